package hearth.server.store;

import hearth.protocol.ChatId;
import java.util.HashMap;
import java.util.Map;

/// The highest seq of every chat: those that are on disk, and over them those of the transaction
/// that is still open. Confined to the commit thread.
final class Heads {
  private final Map<ChatId, Long> committed = new HashMap<>();
  private final Map<ChatId, Long> open = new HashMap<>();

  void load(ChatId chat, long head) {
    committed.put(chat, head);
  }

  long of(ChatId chat) {
    Long head = open.get(chat);
    return head != null ? head : committed.getOrDefault(chat, 0L);
  }

  void advance(ChatId chat, long head) {
    open.put(chat, head);
  }

  void commit() {
    committed.putAll(open);
    open.clear();
  }

  void rollBack() {
    open.clear();
  }
}

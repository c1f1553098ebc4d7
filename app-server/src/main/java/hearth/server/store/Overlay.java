package hearth.server.store;

import hearth.protocol.ChatId;
import java.util.HashMap;
import java.util.Map;

/// A number of every chat: those that are on disk, and over them those of the transaction that is
/// still open. A chat's number is 0 until another is known. Confined to the commit thread.
final class Overlay {
  private final Map<ChatId, Long> committed = new HashMap<>();
  private final Map<ChatId, Long> open = new HashMap<>();

  void load(ChatId chat, long value) {
    committed.put(chat, value);
  }

  long of(ChatId chat) {
    Long value = open.get(chat);
    return value != null ? value : committed.getOrDefault(chat, 0L);
  }

  void set(ChatId chat, long value) {
    open.put(chat, value);
  }

  void commit() {
    committed.putAll(open);
    open.clear();
  }

  void rollBack() {
    open.clear();
  }
}

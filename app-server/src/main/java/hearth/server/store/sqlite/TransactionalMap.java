package hearth.server.store.sqlite;

import hearth.protocol.ChatId;
import java.util.HashMap;
import java.util.Map;

/// A number per chat: the committed values, and over them those of the open transaction. 0 for
/// unknown chats. Confined to the commit thread.
final class TransactionalMap {
  private final Map<ChatId, Long> committed = new HashMap<>();
  private final Map<ChatId, Long> open = new HashMap<>();

  void load(ChatId chat, long value) {
    committed.put(chat, value);
  }

  long get(ChatId chat) {
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

package hearth.server.store.sqlite;

import hearth.protocol.ChatId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A value per chat: the committed ones, and over them those of the open transaction. Confined to
/// the commit thread.
final class TransactionalMap<V> {
  private final Map<ChatId, V> committed = new HashMap<>();
  private final Map<ChatId, V> open = new HashMap<>();
  private final Set<ChatId> removed = new HashSet<>();

  void load(ChatId chat, V value) {
    committed.put(chat, value);
  }

  /// Null for unknown chats.
  @Nullable V get(ChatId chat) {
    V value = open.get(chat);
    if (value != null) {
      return value;
    }
    return removed.contains(chat) ? null : committed.get(chat);
  }

  Stream<V> committed() {
    return committed.values().stream();
  }

  void set(ChatId chat, V value) {
    open.put(chat, value);
  }

  /// No value is set again for a chat that was removed.
  void remove(ChatId chat) {
    open.remove(chat);
    removed.add(chat);
  }

  void commit() {
    committed.putAll(open);
    committed.keySet().removeAll(removed);
    rollBack();
  }

  void rollBack() {
    open.clear();
    removed.clear();
  }
}

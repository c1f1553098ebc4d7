package hearth.server.store.sqlite;

import hearth.protocol.ChatId;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A value per chat: the committed ones, and over them those of the open transaction. Confined to
/// the commit thread.
final class TransactionalMap<V> {
  private final Map<ChatId, V> committed = new HashMap<>();
  private final Map<ChatId, V> open = new HashMap<>();

  void load(ChatId chat, V value) {
    committed.put(chat, value);
  }

  /// Null for unknown chats.
  @Nullable V get(ChatId chat) {
    V value = open.get(chat);
    return value != null ? value : committed.get(chat);
  }

  Stream<V> committed() {
    return committed.values().stream();
  }

  void set(ChatId chat, V value) {
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

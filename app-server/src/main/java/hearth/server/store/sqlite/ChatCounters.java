package hearth.server.store.sqlite;

import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.ChatSettings;
import hearth.protocol.UserId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What each post needs to know about its chat without reading the disk: the highest seq, the kind,
/// the settings and the owner. Confined to the commit thread.
final class ChatCounters {
  private final TransactionalMap<Long> heads = new TransactionalMap<>();
  private final TransactionalMap<Properties> properties = new TransactionalMap<>();

  /// Takes over what is on disk.
  void load(Chat chat, long head) {
    heads.load(chat.id(), head);
    properties.load(
        chat.id(), new Properties(chat.kind(), chat.owner().orElse(null), chat.settings()));
  }

  /// A chat was made.
  void add(ChatId chat, Chat.Kind kind, @Nullable UserId owner) {
    properties.set(chat, new Properties(kind, owner, ChatSettings.USUAL));
  }

  /// Empty for a chat that does not exist.
  Optional<Properties> of(ChatId chat) {
    return Optional.ofNullable(properties.get(chat));
  }

  /// The highest seq; 0 for an empty log.
  long head(ChatId chat) {
    Long head = heads.get(chat);
    return head == null ? 0 : head;
  }

  void advance(ChatId chat, long head) {
    heads.set(chat, head);
  }

  void setOwner(ChatId chat, UserId owner) {
    Properties now = of(chat).orElseThrow();
    properties.set(chat, new Properties(now.kind, owner, now.settings));
  }

  void set(ChatId chat, ChatSettings settings) {
    Properties now = of(chat).orElseThrow();
    properties.set(chat, new Properties(now.kind, now.owner, settings));
  }

  void commit() {
    heads.commit();
    properties.commit();
  }

  void rollBack() {
    heads.rollBack();
    properties.rollBack();
  }

  /// What changes seldom in a chat.
  ///
  /// @param owner null for a chat without one
  record Properties(Chat.Kind kind, @Nullable UserId owner, ChatSettings settings) {}
}

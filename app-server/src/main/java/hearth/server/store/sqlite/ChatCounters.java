package hearth.server.store.sqlite;

import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.UserId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What each post needs to know about its chat without reading the disk: its kind, the highest seq,
/// the slow mode and the owner. Confined to the commit thread.
final class ChatCounters {
  private final TransactionalMap kinds = new TransactionalMap();
  private final TransactionalMap seqs = new TransactionalMap();
  private final TransactionalMap slowModes = new TransactionalMap();
  private final TransactionalMap owners = new TransactionalMap();

  /// Takes over what is on disk.
  void load(Chat chat, long head) {
    kinds.load(chat.id(), Codes.of(chat.kind()));
    seqs.load(chat.id(), head);
    slowModes.load(chat.id(), chat.slowModeSeconds());
    chat.owner().ifPresent(owner -> owners.load(chat.id(), owner.value()));
  }

  /// A chat was made.
  void add(ChatId chat, Chat.Kind kind) {
    kinds.set(chat, Codes.of(kind));
  }

  /// Empty for a chat that does not exist.
  Optional<Chat.Kind> kind(ChatId chat) {
    long code = kinds.get(chat);
    return code == 0 ? Optional.empty() : Optional.of(Codes.chatKind((int) code));
  }

  long head(ChatId chat) {
    return seqs.get(chat);
  }

  void advance(ChatId chat, long head) {
    seqs.set(chat, head);
  }

  int slowMode(ChatId chat) {
    return (int) slowModes.get(chat);
  }

  void setSlowMode(ChatId chat, int seconds) {
    slowModes.set(chat, seconds);
  }

  /// Null for a chat without an owner.
  @Nullable UserId owner(ChatId chat) {
    long owner = owners.get(chat);
    return owner == 0 ? null : new UserId(owner);
  }

  void setOwner(ChatId chat, UserId owner) {
    owners.set(chat, owner.value());
  }

  void commit() {
    kinds.commit();
    seqs.commit();
    slowModes.commit();
    owners.commit();
  }

  void rollBack() {
    kinds.rollBack();
    seqs.rollBack();
    slowModes.rollBack();
    owners.rollBack();
  }
}

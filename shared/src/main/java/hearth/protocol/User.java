package hearth.protocol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A person on a server, or an alias of one in a masked chat.
///
/// @param lastSeen when the last of the person's devices went away; null while one is there, and
///   for somebody who never came back since the server started to note it
/// @param kind what sort of user it is; the name is [#DELETED] for who was removed
/// @param status what the person says beside the name; perhaps over by now
public record User(
    UserId id,
    String name,
    Presence presence,
    @Nullable Instant lastSeen,
    Kind kind,
    Status status) {
  /// What stands for a name that was deleted; a client has words of its own for it.
  public static final String DELETED = "Deleted user";

  /// What sort of user it is.
  public enum Kind {
    PERSON,
    /// Somebody in a masked chat, of whom nobody is told who it is. It has no presence.
    ALIAS,
    /// What is left of a person who was removed from the server.
    DELETED
  }

  /// A person who is here and says nothing.
  public User(UserId id, String name, Presence presence, @Nullable Instant lastSeen) {
    this(id, name, presence, lastSeen, Kind.PERSON, Status.NONE);
  }

  /// What is left of a person who was removed.
  public static User deleted(UserId id) {
    return new User(id, DELETED, Presence.OFFLINE, null, Kind.DELETED, Status.NONE);
  }

  /// Somebody in a masked chat.
  public static User alias(UserId id, String name) {
    return new User(id, name, Presence.OFFLINE, null, Kind.ALIAS, Status.NONE);
  }

  public boolean deleted() {
    return kind == Kind.DELETED;
  }

  public boolean isAlias() {
    return kind == Kind.ALIAS;
  }

  public User withPresence(Presence now, @Nullable Instant seen) {
    return new User(id, name, now, seen, kind, status);
  }

  public User withStatus(Status now) {
    return now.equals(status) ? this : new User(id, name, presence, lastSeen, kind, now);
  }
}

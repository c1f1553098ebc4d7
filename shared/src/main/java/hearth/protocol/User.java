package hearth.protocol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A person on a server.
///
/// @param lastSeen when the last of the person's devices went away; null while one is there, and
///   for somebody who never came back since the server started to note it
/// @param deleted whether the person was removed from the server; the name is [#DELETED] then
/// @param status what the person says beside the name; perhaps over by now
public record User(
    UserId id,
    String name,
    Presence presence,
    @Nullable Instant lastSeen,
    boolean deleted,
    Status status) {
  /// What stands for a name that was deleted; a client has words of its own for it.
  public static final String DELETED = "Deleted user";

  /// A person who is here and says nothing.
  public User(UserId id, String name, Presence presence, @Nullable Instant lastSeen) {
    this(id, name, presence, lastSeen, false, Status.NONE);
  }

  /// What is left of a person who was removed.
  public static User deleted(UserId id) {
    return new User(id, DELETED, Presence.OFFLINE, null, true, Status.NONE);
  }

  public User withPresence(Presence now, @Nullable Instant seen) {
    return new User(id, name, now, seen, deleted, status);
  }

  public User withStatus(Status now) {
    return now.equals(status) ? this : new User(id, name, presence, lastSeen, deleted, now);
  }
}

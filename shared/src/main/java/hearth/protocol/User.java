package hearth.protocol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A person on a server.
///
/// @param lastSeen when the last of the person's devices went away; null while one is there, and
///   for somebody who never came back since the server started to note it
public record User(UserId id, String name, Presence presence, @Nullable Instant lastSeen) {
  public User withPresence(Presence now, @Nullable Instant seen) {
    return new User(id, name, now, seen);
  }
}

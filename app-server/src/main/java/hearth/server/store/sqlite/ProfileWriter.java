package hearth.server.store.sqlite;

import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Hidden;
import hearth.protocol.UserId;
import hearth.server.store.Profile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Writes what people set of themselves. Confined to the commit thread.
final class ProfileWriter {
  private final UserTable users;
  private final ProfileTable profiles;

  ProfileWriter(Tables tables) {
    users = tables.users();
    profiles = tables.personal().profiles();
  }

  /// An owner's former names stay theirs: the server's options name its owners.
  Profile setName(UserId user, String name, String nameKey) {
    Profile known = needUser(user);
    if (known.name().equals(name)) {
      return known;
    }
    boolean owner = users.standing(user).filter(UserTable.Standing::owner).isPresent();
    if (!users.rename(user, name, nameKey, owner)) {
      throw new FaultException(Fault.NAME_TAKEN);
    }
    return needUser(user);
  }

  Profile setStatus(UserId user, String text, @Nullable Instant until) {
    needUser(user);
    profiles.setStatus(user, text, until);
    return needUser(user);
  }

  Profile setQuiet(UserId user, @Nullable Instant until) {
    needUser(user);
    profiles.setQuiet(user, until);
    return needUser(user);
  }

  Profile hide(UserId user, Hidden what, boolean on) {
    needUser(user);
    profiles.hide(user, what, on);
    return needUser(user);
  }

  private Profile needUser(UserId user) {
    return profiles.of(user).orElseThrow(() -> new FaultException(Fault.USER_UNKNOWN));
  }
}

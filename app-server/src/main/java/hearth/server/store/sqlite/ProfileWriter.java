package hearth.server.store.sqlite;

import hearth.protocol.Blocked;
import hearth.protocol.ChatId;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Hidden;
import hearth.protocol.Limits;
import hearth.protocol.UserId;
import hearth.server.store.Profile;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes what people set of themselves. Confined to the commit thread.
final class ProfileWriter {
  private final Tables tables;
  private final UserTable users;
  private final ProfileTable profiles;
  private final ChatCounters counters;

  ProfileWriter(Tables tables, ChatCounters counters) {
    this.tables = tables;
    this.counters = counters;
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

  /// Who is blocked already stays so since then.
  Profile block(UserId user, UserId other, boolean on, Instant now) {
    Profile known = needUser(user);
    if (user.equals(other)) {
      throw new FaultException(Fault.PARAMS_INVALID, "nobody blocks themselves");
    }
    BlockTable blocks = tables.personal().blocks();
    if (!on) {
      blocks.remove(user, other);
    } else if (!blocks.has(user, other)) {
      needUser(other);
      if (blocks.count(user) >= Limits.BLOCKED) {
        throw new FaultException(Fault.BLOCKED_TOO_MANY);
      }
      long after = direct(user, other).map(counters::head).orElse(0L);
      blocks.add(user, new Blocked(other, now, after));
    }
    return needUser(known.id());
  }

  /// The direct chat with somebody, or with an alias, which is that of two aliases.
  private Optional<ChatId> direct(UserId user, UserId other) {
    return tables
        .aliases()
        .one(other)
        .map(alias -> tables.aliases().of(alias.home(), user))
        .orElse(Optional.of(user))
        .flatMap(as -> tables.chats().directOf(as, other));
  }

  private Profile needUser(UserId user) {
    return profiles.of(user).orElseThrow(() -> new FaultException(Fault.USER_UNKNOWN));
  }
}

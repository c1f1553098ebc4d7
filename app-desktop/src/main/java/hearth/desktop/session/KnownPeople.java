package hearth.desktop.session;

import hearth.protocol.User;
import hearth.protocol.UserId;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The people of the server, and the aliases of masked chats, which are found by id alone: nobody
/// chooses from them, or looks for them by name. Confined to the FX thread.
final class KnownPeople {
  private final Map<UserId, User> people = new HashMap<>();
  private final Map<UserId, User> aliases = new HashMap<>();
  private final Set<UserId> own = new HashSet<>();
  private int removals;

  KnownPeople() {}

  KnownPeople(KnownPeople before) {
    people.putAll(before.people);
    aliases.putAll(before.aliases);
    own.addAll(before.own);
  }

  void put(User user) {
    User before = (user.isAlias() ? aliases : people).put(user.id(), user);
    if (user.deleted() && before != null && !before.deleted()) {
      removals++;
    }
  }

  /// This person is somewhere under this id.
  void putOwn(UserId id) {
    own.add(id);
  }

  boolean isOwn(@Nullable UserId id) {
    return own.contains(id);
  }

  Optional<User> one(UserId id) {
    return Optional.ofNullable(people.get(id)).or(() -> Optional.ofNullable(aliases.get(id)));
  }

  Collection<User> people() {
    return Collections.unmodifiableCollection(people.values());
  }

  /// Changes when somebody was removed, whose name has to go from wherever it stands.
  int removals() {
    return removals;
  }
}

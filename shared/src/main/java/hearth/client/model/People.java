package hearth.client.model;

import hearth.protocol.User;
import hearth.protocol.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The people of the server, and what they say beside their names until it ends. Confined to the
/// client thread.
final class People {
  private final Map<UserId, User> all = new LinkedHashMap<>();
  private @Nullable Instant nextEnd;

  /// Takes people in, as far as there is room.
  ///
  /// @return those who were, without what has ended
  List<User> adopt(Collection<User> some, Instant now) {
    List<User> taken =
        Capacity.fill(
            all, some.stream().map(user -> user.withStatus(user.status().at(now))).toList());
    taken.forEach(this::awaitEnd);
    return taken;
  }

  /// Takes away what has ended.
  ///
  /// @return who is another by that
  List<User> end(Instant now) {
    List<User> changed =
        all.values().stream()
            .filter(user -> !user.status().at(now).equals(user.status()))
            .map(user -> user.withStatus(user.status().at(now)))
            .toList();
    changed.forEach(user -> all.put(user.id(), user));
    nextEnd = null;
    all.values().forEach(this::awaitEnd);
    return changed;
  }

  private void awaitEnd(User user) {
    Instant end = user.status().nextEnd();
    if (end != null && (nextEnd == null || end.isBefore(nextEnd))) {
      nextEnd = end;
    }
  }

  /// When something that somebody says ends, or at the latest; empty for never.
  Optional<Instant> nextEnd() {
    return Optional.ofNullable(nextEnd);
  }

  boolean knows(UserId user) {
    return all.containsKey(user);
  }

  Collection<User> all() {
    return all.values();
  }
}

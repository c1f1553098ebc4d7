package hearth.server.session;

import hearth.protocol.Presence;
import hearth.protocol.UserId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// The joined sessions, by person. Confined to the publishing thread.
public final class Sessions {
  private final Map<UserId, Set<Session>> byUser = new HashMap<>();
  private final Set<Session> all = new LinkedHashSet<>();

  public void add(Session session) {
    all.add(session);
    byUser.computeIfAbsent(session.user(), _ -> new LinkedHashSet<>()).add(session);
  }

  public void remove(Session session) {
    all.remove(session);
    byUser.computeIfPresent(
        session.user(),
        (_, sessions) -> {
          sessions.remove(session);
          return sessions.isEmpty() ? null : sessions;
        });
  }

  public Collection<Session> all() {
    return all;
  }

  public Collection<Session> of(UserId user) {
    return byUser.getOrDefault(user, Set.of());
  }

  /// Everybody who has a session.
  public Collection<UserId> users() {
    return byUser.keySet();
  }

  /// As the most present of a person's devices.
  Presence presence(UserId user) {
    Collection<Session> sessions = of(user);
    if (sessions.isEmpty()) {
      return Presence.OFFLINE;
    }
    return sessions.stream().allMatch(Session::isAway) ? Presence.AWAY : Presence.ONLINE;
  }
}

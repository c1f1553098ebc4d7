package hearth.server.session;

import hearth.protocol.Presence;
import hearth.protocol.UserId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Everyone's presence as it was last published. Read from any thread; changed only by the
/// publishing thread.
public final class PresenceTracker {
  private final Sessions sessions;
  private final Map<UserId, Presence> published = new ConcurrentHashMap<>();

  public PresenceTracker(Sessions sessions) {
    this.sessions = sessions;
  }

  public Presence of(UserId user) {
    return published.getOrDefault(user, Presence.OFFLINE);
  }

  /// Updates a person's presence from their sessions.
  ///
  /// @return whether it has changed
  public boolean update(UserId user) {
    Presence now = sessions.presence(user);
    Presence before = now == Presence.OFFLINE ? published.remove(user) : published.put(user, now);
    return now != (before == null ? Presence.OFFLINE : before);
  }
}

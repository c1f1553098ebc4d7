package hearth.server.session;

import hearth.protocol.Presence;
import hearth.protocol.UserId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Who is there, as it was last told. Read from any thread; changed by the publishing thread alone.
public final class Presences {
  private final Sessions sessions;
  private final Map<UserId, Presence> told = new ConcurrentHashMap<>();

  public Presences(Sessions sessions) {
    this.sessions = sessions;
  }

  public Presence of(UserId user) {
    return told.getOrDefault(user, Presence.OFFLINE);
  }

  /// Takes over what the person's sessions say now.
  ///
  /// @return whether that is another presence than before
  public boolean update(UserId user) {
    Presence now = sessions.presence(user);
    Presence before = now == Presence.OFFLINE ? told.remove(user) : told.put(user, now);
    return now != (before == null ? Presence.OFFLINE : before);
  }
}

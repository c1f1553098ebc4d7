package hearth.desktop.live;

import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Presence;
import hearth.protocol.User;
import hearth.protocol.UserId;

/// Whether something can be a name, before a server is asked.
public final class Names {
  private static final UserId ANYBODY = new UserId(1);

  private Names() {}

  /// What is wrong with it, in one sentence; empty where nothing is.
  public static String problem(String typed) {
    try {
      var fit = new User(ANYBODY, typed, Presence.OFFLINE, null);
      return fit.name().isEmpty() ? Sentences.of(Fault.NAME_EMPTY) : "";
    } catch (FaultException refused) {
      return Sentences.of(refused.fault());
    }
  }
}

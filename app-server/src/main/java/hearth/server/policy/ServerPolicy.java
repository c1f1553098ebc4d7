package hearth.server.policy;

import hearth.protocol.Chat;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;

/// Who may do what to the server as a whole: its owners alone. Holds no state.
public final class ServerPolicy {
  private ServerPolicy() {}

  /// Whether a chat may be deleted for all its members.
  ///
  /// @param owner whether who asks owns the server
  /// @throws FaultException `SERVER_OWNER_ONLY`; `NOT_ALLOWED` for the lobby, which everybody is in
  public static void checkDeletion(boolean owner, Chat.Kind kind) {
    needOwner(owner);
    boolean allowed =
        switch (kind) {
          case DIRECT, GROUP, CHANNEL, MASKED -> true;
          case LOBBY, UNKNOWN -> false;
        };
    if (!allowed) {
      throw new FaultException(Fault.NOT_ALLOWED, "The lobby cannot be deleted.");
    }
  }

  /// Whether a person may be removed from the server.
  ///
  /// @param owner whether who asks owns the server
  /// @param ofOwner whether the person does; so nobody removes the last owner, or themselves
  /// @throws FaultException `SERVER_OWNER_ONLY`, `SERVER_OWNER_STAYS`
  public static void checkRemoval(boolean owner, boolean ofOwner) {
    needOwner(owner);
    if (ofOwner) {
      throw new FaultException(Fault.SERVER_OWNER_STAYS);
    }
  }

  /// Refuses whoever does not own the server.
  ///
  /// @throws FaultException `SERVER_OWNER_ONLY`
  public static void needOwner(boolean owner) {
    if (!owner) {
      throw new FaultException(Fault.SERVER_OWNER_ONLY);
    }
  }
}

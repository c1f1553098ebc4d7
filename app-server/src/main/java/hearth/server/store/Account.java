package hearth.server.store;

import hearth.protocol.OwnSettings;
import hearth.protocol.Status;
import hearth.protocol.UserId;

/// A person's account.
///
/// @param owner whether the person owns the server
/// @param status what the person says beside the name, perhaps over by now
/// @param own what the person has set for themselves
public record Account(UserId id, String name, boolean owner, Status status, OwnSettings own) {
  /// The account of somebody who does not own the server, says nothing and has set nothing.
  public Account(UserId id, String name) {
    this(id, name, false, Status.NONE, OwnSettings.NONE);
  }

  /// The same account with what the person has set meanwhile.
  public Account withProfileOf(Account later) {
    return new Account(id, later.name, owner, later.status, later.own);
  }
}

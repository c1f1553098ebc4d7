package hearth.server.store;

import hearth.protocol.Status;
import hearth.protocol.UserId;

/// A person's account.
///
/// @param owner whether the person owns the server
/// @param status what the person says beside the name, perhaps over by now
public record Account(UserId id, String name, boolean owner, Status status) {
  /// The account of somebody who does not own the server, and says nothing.
  public Account(UserId id, String name) {
    this(id, name, false, Status.NONE);
  }

  /// The same account with what the person has set meanwhile.
  public Account withProfileOf(Account later) {
    return new Account(id, later.name, owner, later.status);
  }
}

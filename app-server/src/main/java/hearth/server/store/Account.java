package hearth.server.store;

import hearth.protocol.UserId;

/// A person's account.
///
/// @param owner whether the person owns the server
public record Account(UserId id, String name, boolean owner) {
  /// The account of somebody who does not own the server.
  public Account(UserId id, String name) {
    this(id, name, false);
  }
}

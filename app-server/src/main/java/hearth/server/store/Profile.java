package hearth.server.store;

import hearth.protocol.OwnSettings;
import hearth.protocol.Status;
import hearth.protocol.UserId;

/// What a person has set of themselves.
///
/// @param status what the person says beside the name, perhaps over by now
/// @param own what nobody else hears of
public record Profile(UserId id, String name, Status status, OwnSettings own) {
  /// Somebody who has set nothing but a name.
  public Profile(UserId id, String name) {
    this(id, name, Status.NONE, OwnSettings.NONE);
  }
}

package hearth.server.store;

import hearth.protocol.DeviceId;
import hearth.protocol.OwnSettings;
import hearth.protocol.UserId;

/// A person's account, as one of their devices opens it.
///
/// @param owner whether the person owns the server
public record Account(Profile profile, boolean owner, DeviceId device) {
  public UserId id() {
    return profile.id();
  }

  public String name() {
    return profile.name();
  }

  public OwnSettings own() {
    return profile.own();
  }

  /// The same account with what the person has set meanwhile.
  public Account with(Profile now) {
    return new Account(now, owner, device);
  }
}

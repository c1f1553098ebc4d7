package hearth.server.store;

import hearth.protocol.DeviceId;
import hearth.protocol.UserId;

/// A person's account, as one of their devices opens it.
///
/// @param owner whether the person owns the server
public record Account(UserId id, String name, boolean owner, DeviceId device) {}

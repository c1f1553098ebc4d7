package hearth.server.store;

import hearth.protocol.UserId;

/// A person's account.
public record Account(UserId id, String name) {}

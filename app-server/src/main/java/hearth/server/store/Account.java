package hearth.server.store;

import hearth.protocol.UserId;

/// A person as the server knows them, whether they are there or not.
public record Account(UserId id, String name) {}

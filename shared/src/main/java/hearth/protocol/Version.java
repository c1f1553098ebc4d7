package hearth.protocol;

import java.time.Instant;

/// What a message once held.
///
/// @param at when it was written so
public record Version(Instant at, Content content) {}

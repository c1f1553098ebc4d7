package hearth.protocol;

import java.time.Instant;

/// Somebody whose direct messages and mentions do not reach a person, and who is not told.
///
/// @param since when the person blocked them
/// @param after the last seq of their direct chat then, 0 where nothing was in it: what comes later
///   is hidden
public record Blocked(UserId user, Instant since, long after) {}

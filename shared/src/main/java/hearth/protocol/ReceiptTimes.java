package hearth.protocol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When a message reached somebody, to the minute.
///
/// @param delivered when a device of theirs stored it; null where that is not known
/// @param read when they saw it; null where that is not known, or not told
public record ReceiptTimes(UserId user, @Nullable Instant delivered, @Nullable Instant read) {}

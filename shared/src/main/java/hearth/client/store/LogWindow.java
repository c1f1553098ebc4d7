package hearth.client.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The stretch of a chat's log that the device holds as rows, without gaps.
///
/// @param from the first seq of the stretch
/// @param to the last seq of the stretch
/// @param at when the entry at `to` was committed, by which a server knows its log again; null
///   where that is not known
/// @param stale whether the server's log was found to be another one; the rows are still shown,
///   until the newest ones of the server's log replace them
public record LogWindow(long from, long to, @Nullable Instant at, boolean stale) {

  public LogWindow extendedTo(long now, @Nullable Instant when) {
    return new LogWindow(from, now, when, stale);
  }

  public LogWindow extendedFrom(long now) {
    return new LogWindow(now, to, at, stale);
  }

  public LogWindow staled() {
    return new LogWindow(from, to, at, true);
  }
}

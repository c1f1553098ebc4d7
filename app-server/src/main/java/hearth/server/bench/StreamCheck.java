package hearth.server.bench;

import java.util.HashSet;
import java.util.Set;

/// Watches one receiver's stream of one chat: after each seq must come the next. Confined to one
/// thread.
final class StreamCheck {
  /// A longer jump is not a loss but nonsense.
  private static final long LONGEST_JUMP = 1 << 20;

  private final Set<Long> missing = new HashSet<>(0);
  private long last;
  private long gaps;
  private long duplicated;
  private long outOfOrder;

  /// Notes what came. The first that comes says where the stream begins.
  ///
  /// @return whether it had not come before
  boolean came(long seq) {
    if (seq == last + 1 || last == 0) {
      last = seq;
      return true;
    }
    return seq > last ? jumped(seq) : cameLate(seq);
  }

  /// What was found in a chat whose log goes up to `head`.
  Findings findings(long head) {
    long unseen = Math.max(0, head - last);
    return new Findings(missing.size() + unseen, duplicated, gaps, outOfOrder);
  }

  private boolean jumped(long seq) {
    if (seq - last > LONGEST_JUMP) {
      throw new BenchException("After the message " + last + " came " + seq + ".");
    }
    gaps++;
    for (long skipped = last + 1; skipped < seq; skipped++) {
      missing.add(skipped);
    }
    last = seq;
    return true;
  }

  private boolean cameLate(long seq) {
    if (missing.remove(seq)) {
      outOfOrder++;
      return true;
    }
    duplicated++;
    return false;
  }
}

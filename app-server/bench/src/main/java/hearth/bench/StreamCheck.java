package hearth.bench;

import java.util.HashSet;
import java.util.Set;

/// Checks one receiver's stream of one chat: each seq must be followed by the next. Confined to one
/// thread.
final class StreamCheck {
  /// A longer jump is not a loss but a wrong number.
  private static final long LONGEST_JUMP = 1 << 20;

  private final Set<Long> missing = new HashSet<>(0);
  private long last;
  private long gaps;
  private long duplicated;
  private long outOfOrder;

  /// Notes a received seq. The first one is where the stream begins.
  ///
  /// @return whether it was received for the first time
  boolean received(long seq) {
    if (seq == last + 1 || last == 0) {
      last = seq;
      return true;
    }
    return seq > last ? jumped(seq) : receivedLate(seq);
  }

  /// The findings in a chat whose log ends with `head`.
  Findings findings(long head) {
    long unseen = Math.max(0, head - last);
    return new Findings(missing.size() + unseen, duplicated, gaps, outOfOrder);
  }

  private boolean jumped(long seq) {
    if (seq - last > LONGEST_JUMP) {
      throw new BenchException("The message " + seq + " followed the message " + last + ".");
    }
    gaps++;
    for (long skipped = last + 1; skipped < seq; skipped++) {
      missing.add(skipped);
    }
    last = seq;
    return true;
  }

  private boolean receivedLate(long seq) {
    if (missing.remove(seq)) {
      outOfOrder++;
      return true;
    }
    duplicated++;
    return false;
  }
}

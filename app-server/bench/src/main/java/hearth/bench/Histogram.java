package hearth.bench;

/// Counts durations in buckets that grow with the duration, so that every quantile is correct
/// within 1 %, however many are recorded. Confined to one thread.
final class Histogram {
  /// Each power of two is split into as many buckets as this many bits have values.
  private static final int BITS = 7;

  private static final int BUCKETS = 1 << BITS;

  private final long[] counts = new long[(Long.SIZE - BITS) * BUCKETS];
  private long total;
  private long max;

  /// @param nanos not negative
  void record(long nanos) {
    counts[index(nanos)]++;
    total++;
    max = Math.max(max, nanos);
  }

  long count() {
    return total;
  }

  /// The longest, exactly; 0 if nothing was recorded.
  long max() {
    return max;
  }

  /// The duration that this share of all does not exceed; 0 if nothing was recorded.
  ///
  /// @param share from 0 to 1
  long quantile(double share) {
    long rank = Math.max(1, (long) Math.ceil(share * total));
    long seen = 0;
    for (int index = 0; seen < total; index++) {
      seen += counts[index];
      if (seen >= rank) {
        return Math.min(max, longest(index));
      }
    }
    return 0;
  }

  private static int index(long nanos) {
    int shift = Math.max(0, Long.SIZE - BITS - 1 - Long.numberOfLeadingZeros(nanos));
    return shift * BUCKETS + (int) (nanos >>> shift);
  }

  /// The longest duration with this index.
  private static long longest(int index) {
    int shift = Math.max(0, index / BUCKETS - 1);
    return ((index - (long) shift * BUCKETS + 1) << shift) - 1;
  }
}

package hearth.bench;

/// Decides when the next post is sent. Times are those of `System.nanoTime`. Confined to one
/// thread.
interface Pace {
  /// Not before another post is answered.
  long LATER = Long.MAX_VALUE;

  /// When the next post should be sent; at or before `now` if it is due.
  long next(long now, long unanswered);

  /// The post that was due has been sent.
  void sent();

  /// A fixed number of unanswered posts; the next is sent whenever one is answered.
  static Pace window(int inFlight) {
    return new Pace() {
      @Override
      public long next(long now, long unanswered) {
        return unanswered < inFlight ? now : LATER;
      }

      @Override
      public void sent() {}
    };
  }

  /// A fixed number of posts per second, however long each takes.
  static Pace rate(double perSecond, long start) {
    return new Pace() {
      private long sent;

      @Override
      public long next(long now, long unanswered) {
        return start + (long) (sent * 1e9 / perSecond);
      }

      @Override
      public void sent() {
        sent++;
      }
    };
  }
}

package hearth.desktop.timeline;

import hearth.desktop.fx.FxClock;
import java.time.Duration;
import java.util.function.LongConsumer;

/// What a person has seen: rows that stayed in sight of a focused window for a moment. Confined to
/// the FX thread.
final class SeenRows {
  static final Duration MOMENT = Duration.ofMillis(400);

  private final LongConsumer seen;
  private final FxClock.Delay moment;
  private long first;
  private long last;
  private long looked;
  private long told;

  /// Nothing is in sight at first.
  ///
  /// @param seen gets the seq of the last row that was seen
  SeenRows(FxClock clock, LongConsumer seen) {
    this.seen = seen;
    this.moment = clock.delay(MOMENT, this::passed);
  }

  /// These rows are in sight of the person.
  ///
  /// @param from the seq of the first one
  /// @param to the seq of the last whole one; 0 for none
  void inSight(long from, long to) {
    first = from;
    last = to;
    begin();
  }

  /// Nothing is in sight, or nobody looks.
  void outOfSight() {
    last = 0;
    moment.stop();
  }

  /// What is in sight from now on is of another chat.
  void forget() {
    outOfSight();
    told = 0;
  }

  private void begin() {
    if (last > told && !moment.isRunning()) {
      looked = last;
      moment.restart();
    }
  }

  private void passed() {
    long stayed = Math.min(looked, last);
    if (stayed >= first && stayed > told) {
      told = stayed;
      seen.accept(stayed);
    }
    begin();
  }

  void close() {
    moment.stop();
  }
}

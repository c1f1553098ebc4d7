package hearth.server.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// Posts, and waits for what comes of it. Confined to the thread of the [Loop].
final class Load {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long TICK = TimeUnit.MILLISECONDS.toNanos(50);

  private final LoadPlan plan;
  private final Loop loop;
  private final Flights flights;
  private final List<Member> senders;
  private final Progress progress;
  private final Texts texts;
  private Pace pace = Pace.window(0);
  private int turn;

  Load(LoadPlan plan, Loop loop, Flights flights, List<Member> senders, Progress progress) {
    this.plan = plan;
    this.loop = loop;
    this.flights = flights;
    this.senders = senders;
    this.progress = progress;
    texts = new Texts(plan.payload());
    flights.whenAnswered(() -> postWhatIsDue(System.nanoTime()));
  }

  /// Lets every sender post once, so that each receiver knows where its stream begins.
  void open() {
    for (int i = 0; i < senders.size(); i++) {
      post(System.nanoTime());
    }
    if (!loop.await(() -> flights.underWay() == 0, PATIENCE)) {
      throw new BenchException("The first messages did not come to all of their receivers.");
    }
  }

  /// Warms up, measures, and waits for what is still under way.
  ///
  /// @return what happened in the measured window
  Sample run(Meter meter) {
    pace = plan.pace(System.nanoTime());
    drive(plan.warmup());
    flights.count(true);
    Sample before = Sample.now(flights, meter);
    drive(plan.window());
    Sample window = Sample.now(flights, meter).since(before);
    flights.count(false);
    pace = Pace.window(0);
    if (!loop.await(() -> flights.underWay() == 0, PATIENCE) && flights.unanswered() > 0) {
      throw new BenchException("The server never answered " + flights.unanswered() + " posts.");
    }
    return window;
  }

  private void drive(Duration time) {
    progress.restart();
    long end = System.nanoTime() + time.toNanos();
    long deliveries = flights.deliveries();
    long acknowledged = flights.acknowledged();
    for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
      postWhatIsDue(now);
      long wake = Math.min(pace.next(now, flights.unanswered()), Math.min(end, now + TICK));
      loop.poll(wake - now);
      double seconds = progress.due();
      if (seconds > 0) {
        progress.say(
            String.format(
                Locale.ROOT,
                "%,12.0f deliveries/s  %,9.0f posts/s",
                (flights.deliveries() - deliveries) / seconds,
                (flights.acknowledged() - acknowledged) / seconds));
        deliveries = flights.deliveries();
        acknowledged = flights.acknowledged();
      }
    }
  }

  private void postWhatIsDue(long now) {
    for (long intended = pace.next(now, flights.unanswered());
        intended <= now;
        intended = pace.next(now, flights.unanswered())) {
      post(intended);
      pace.sent();
    }
  }

  private void post(long intended) {
    Member sender = senders.get(turn);
    turn = (turn + 1) % senders.size();
    long number = flights.take(intended, sender.room().receivers());
    sender.post(number, texts.of(number));
  }
}

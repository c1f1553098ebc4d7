package hearth.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// Posts at the planned pace, and waits until the posts are complete. Confined to the thread of the
/// [SelectorLoop].
final class LoadGenerator {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final long TICK = TimeUnit.MILLISECONDS.toNanos(50);

  private final LoadPlan plan;
  private final SelectorLoop loop;
  private final InFlightPosts posts;
  private final List<SimulatedMember> senders;
  private final ProgressLog progress;
  private final NumberedTexts texts;
  private Pace pace = Pace.window(0);
  private int turn;

  LoadGenerator(
      LoadPlan plan,
      SelectorLoop loop,
      InFlightPosts posts,
      List<SimulatedMember> senders,
      ProgressLog progress) {
    this.plan = plan;
    this.loop = loop;
    this.posts = posts;
    this.senders = senders;
    this.progress = progress;
    texts = new NumberedTexts(plan.payload());
    posts.whenAnswered(() -> postAllDue(System.nanoTime()));
  }

  /// Lets every sender post once, so that each receiver knows where its stream begins.
  void postOnceEach() {
    for (int i = 0; i < senders.size(); i++) {
      post(System.nanoTime());
    }
    if (!loop.await(() -> posts.incomplete() == 0, TIMEOUT)) {
      throw new BenchException("The first messages did not reach all of their receivers.");
    }
  }

  /// Warms up, measures, and waits for the posts still in flight.
  ///
  /// @return what happened in the measured window
  Measurement run(ProcessMeter meter) {
    pace = plan.pace(System.nanoTime());
    generate(plan.warmup());
    posts.record(true);
    Measurement before = Measurement.now(posts, meter);
    generate(plan.window());
    Measurement window = Measurement.now(posts, meter).since(before);
    posts.record(false);
    pace = Pace.window(0);
    if (!loop.await(() -> posts.incomplete() == 0, TIMEOUT) && posts.unanswered() > 0) {
      throw new BenchException("The server never answered " + posts.unanswered() + " posts.");
    }
    return window;
  }

  private void generate(Duration time) {
    progress.restart();
    long end = System.nanoTime() + time.toNanos();
    long deliveries = posts.deliveries();
    long acknowledged = posts.acknowledged();
    for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
      postAllDue(now);
      long wake = Math.min(pace.next(now, posts.unanswered()), Math.min(end, now + TICK));
      loop.poll(wake - now);
      double seconds = progress.due();
      if (seconds > 0) {
        progress.print(
            String.format(
                Locale.ROOT,
                "%,12.0f deliveries/s  %,9.0f posts/s",
                (posts.deliveries() - deliveries) / seconds,
                (posts.acknowledged() - acknowledged) / seconds));
        deliveries = posts.deliveries();
        acknowledged = posts.acknowledged();
      }
    }
  }

  private void postAllDue(long now) {
    for (long intended = pace.next(now, posts.unanswered());
        intended <= now;
        intended = pace.next(now, posts.unanswered())) {
      post(intended);
      pace.sent();
    }
  }

  private void post(long intended) {
    SimulatedMember sender = senders.get(turn);
    turn = (turn + 1) % senders.size();
    long number = posts.add(intended, sender.chat().receivers());
    sender.post(number, texts.of(number));
  }
}

package hearth.bench;

import org.jspecify.annotations.Nullable;

/// The posts in flight, and the latencies of those that are complete. Confined to one thread.
///
/// A latency starts when the post should have been sent, even if the bench was late: otherwise a
/// server that stalls would get fewer requests and look better ("coordinated omission").
final class InFlightPosts implements PostListener {
  /// How many may be in flight at once.
  static final int CAPACITY = 1 << 20;

  private final @Nullable InFlightPost[] posts = new @Nullable InFlightPost[CAPACITY];
  private final Histogram fanOut = new Histogram();
  private final Histogram acknowledgement = new Histogram();
  private long sent;
  private long completed;
  private long deliveries;
  private long acknowledged;
  private long refused;
  private boolean recording;
  private Runnable whenAnswered = () -> {};

  /// Sets what is run each time the server has acknowledged or refused a post.
  void whenAnswered(Runnable task) {
    whenAnswered = task;
  }

  /// Sets whether the latencies of posts sent from now on are recorded.
  void record(boolean record) {
    recording = record;
  }

  /// Adds a post that is about to be sent.
  ///
  /// @param intended when it should have been sent
  /// @return its number
  long add(long intended, int receivers) {
    long number = ++sent;
    if (posts[slot(number)] != null) {
      throw new BenchException(
          "More than " + CAPACITY + " posts are in flight; the server cannot keep up.");
    }
    posts[slot(number)] = new InFlightPost(number, intended, receivers, recording);
    return number;
  }

  @Override
  public void delivered(long number, long now) {
    deliveries++;
    InFlightPost post = find(number);
    if (--post.receivers == 0) {
      if (post.recorded) {
        fanOut.record(now - post.intended);
      }
      removeIfComplete(post);
    }
  }

  @Override
  public void acknowledged(long number, long now) {
    acknowledged++;
    InFlightPost post = find(number);
    post.answered = true;
    if (post.recorded) {
      acknowledgement.record(now - post.intended);
    }
    removeIfComplete(post);
    whenAnswered.run();
  }

  @Override
  public void refused(long number, long now) {
    refused++;
    InFlightPost post = find(number);
    post.answered = true;
    post.receivers = 0;
    removeIfComplete(post);
    whenAnswered.run();
  }

  /// Posts that the server has neither acknowledged nor refused.
  long unanswered() {
    return sent - acknowledged - refused;
  }

  /// Posts that are unanswered, or have not reached all of their receivers.
  long incomplete() {
    return sent - completed;
  }

  long deliveries() {
    return deliveries;
  }

  long acknowledged() {
    return acknowledged;
  }

  long refused() {
    return refused;
  }

  /// From sending a post to its last receiver.
  Histogram fanOut() {
    return fanOut;
  }

  /// From sending a post to its acknowledgement.
  Histogram acknowledgement() {
    return acknowledgement;
  }

  private void removeIfComplete(InFlightPost post) {
    if (post.answered && post.receivers == 0) {
      completed++;
      posts[slot(post.number)] = null;
    }
  }

  private InFlightPost find(long number) {
    InFlightPost post = posts[slot(number)];
    if (post == null || post.number != number) {
      throw new BenchException("The post " + number + " was received but is not in flight.");
    }
    return post;
  }

  private static int slot(long number) {
    return (int) (number & (CAPACITY - 1));
  }

  private static final class InFlightPost {
    final long number;
    final long intended;
    final boolean recorded;
    int receivers;
    boolean answered;

    InFlightPost(long number, long intended, int receivers, boolean recorded) {
      this.number = number;
      this.intended = intended;
      this.receivers = receivers;
      this.recorded = recorded;
    }
  }
}

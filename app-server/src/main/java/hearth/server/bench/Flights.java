package hearth.server.bench;

import org.jspecify.annotations.Nullable;

/// The posts that are under way, and how long those took that were. Confined to one thread.
///
/// A latency begins when the post should have been sent, even if the bench was late: otherwise a
/// server that stands still would be asked less and look better ("coordinated omission").
final class Flights implements Board {
  /// How many may be under way at once.
  static final int CAPACITY = 1 << 20;

  private final @Nullable Flight[] flights = new @Nullable Flight[CAPACITY];
  private final Histogram fanOut = new Histogram();
  private final Histogram acknowledging = new Histogram();
  private long sent;
  private long landed;
  private long deliveries;
  private long acknowledged;
  private long refused;
  private boolean counting;
  private Runnable whenAnswered = () -> {};

  /// What is to be done each time the server has said something about a post.
  void whenAnswered(Runnable task) {
    whenAnswered = task;
  }

  /// From now on, or from now on not, what is sent is counted in the latencies.
  void count(boolean counts) {
    counting = counts;
  }

  /// Notes a post before it is sent.
  ///
  /// @param intended when it should have been
  /// @return its number
  long take(long intended, int receivers) {
    long number = ++sent;
    if (flights[slot(number)] != null) {
      throw new BenchException(
          "More than " + CAPACITY + " posts are under way; the server cannot follow this rate.");
    }
    flights[slot(number)] = new Flight(number, intended, receivers, counting);
    return number;
  }

  @Override
  public void delivered(long number, long now) {
    deliveries++;
    Flight flight = find(number);
    if (--flight.receivers == 0) {
      if (flight.counts) {
        fanOut.record(now - flight.intended);
      }
      landIfDone(flight);
    }
  }

  @Override
  public void acknowledged(long number, long now) {
    acknowledged++;
    Flight flight = find(number);
    flight.answered = true;
    if (flight.counts) {
      acknowledging.record(now - flight.intended);
    }
    landIfDone(flight);
    whenAnswered.run();
  }

  @Override
  public void refused(long number, long now) {
    refused++;
    Flight flight = find(number);
    flight.answered = true;
    flight.receivers = 0;
    landIfDone(flight);
    whenAnswered.run();
  }

  /// Posts that the server has said nothing about.
  long unanswered() {
    return sent - acknowledged - refused;
  }

  /// Posts that are not answered, or have not come to all of their receivers.
  long underWay() {
    return sent - landed;
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

  /// From the sending of a post to its last receiver.
  Histogram fanOut() {
    return fanOut;
  }

  Histogram acknowledging() {
    return acknowledging;
  }

  private void landIfDone(Flight flight) {
    if (flight.answered && flight.receivers == 0) {
      landed++;
      flights[slot(flight.number)] = null;
    }
  }

  private Flight find(long number) {
    Flight flight = flights[slot(number)];
    if (flight == null || flight.number != number) {
      throw new BenchException(
          "Something came of the post " + number + ", which is not under way.");
    }
    return flight;
  }

  private static int slot(long number) {
    return (int) (number & (CAPACITY - 1));
  }

  private static final class Flight {
    final long number;
    final long intended;
    final boolean counts;
    int receivers;
    boolean answered;

    Flight(long number, long intended, int receivers, boolean counts) {
      this.number = number;
      this.intended = intended;
      this.receivers = receivers;
      this.counts = counts;
    }
  }
}

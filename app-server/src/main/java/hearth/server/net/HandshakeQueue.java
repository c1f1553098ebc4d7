package hearth.server.net;

import hearth.server.policy.ClientNetwork;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Handshakes that wait until they may begin: so many per second of one network, and so many in
/// all. Networks take turns, so that nobody waits for another's crowd. Confined to the handshake
/// thread.
final class HandshakeQueue<T> {
  /// Networks that are remembered over which those without anything to remember are forgotten.
  private static final int SWEEP = 1_024;

  private final ConnectionLimits.Handshakes limits;
  private final int capacity;
  private final Predicate<T> alive;
  private final Pace inAll;
  private final Map<ClientNetwork, Line> lines = new HashMap<>();
  private final Queue<Line> turns = new ArrayDeque<>();
  private int waiting;

  /// An empty queue.
  ///
  /// @param capacity how many may wait
  /// @param alive false for what need not begin any more
  HandshakeQueue(ConnectionLimits.Handshakes limits, int capacity, Predicate<T> alive) {
    this.limits = limits;
    this.capacity = capacity;
    this.alive = alive;
    inAll = new Pace(limits.inAll());
  }

  /// How many networks are remembered.
  int networks() {
    return lines.size();
  }

  int waiting() {
    return waiting;
  }

  /// Queues one, if there is room.
  ///
  /// @param now on the clock of `System.nanoTime`, as below
  boolean offer(T handshake, ClientNetwork from, long now) {
    if (waiting >= capacity) {
      return false;
    }
    if (lines.size() >= SWEEP) {
      lines.values().removeIf(line -> line.waiting.isEmpty() && line.pace.isFull(now));
    }
    Line line = lines.computeIfAbsent(from, _ -> new Line(new Pace(limits.perAddress())));
    if (line.waiting.isEmpty()) {
      turns.add(line);
    }
    line.waiting.add(handshake);
    waiting++;
    return true;
  }

  /// Takes the next that may begin now; null for none.
  @Nullable T next(long now) {
    if (inAll.untilToken(now) > 0) {
      return null;
    }
    for (int i = turns.size(); i > 0; i--) {
      Line line = turns.remove();
      line.dropDead();
      T first = line.waiting.peek();
      boolean may = first != null && line.pace.untilToken(now) == 0;
      if (may) {
        line.waiting.remove();
        waiting--;
        line.pace.take(now);
        inAll.take(now);
      }
      if (!line.waiting.isEmpty()) {
        turns.add(line);
      }
      if (may) {
        return first;
      }
    }
    return null;
  }

  /// Nanoseconds until one may begin; the longest time for an empty queue.
  long untilNext(long now) {
    long soonest = Long.MAX_VALUE;
    for (Line line : turns) {
      soonest = Math.min(soonest, line.pace.untilToken(now));
    }
    return turns.isEmpty() ? soonest : Math.max(soonest, inAll.untilToken(now));
  }

  /// What waits of one network. Nobody waits longer than the first.
  private final class Line {
    private final Pace pace;
    private final Queue<T> waiting = new ArrayDeque<>();

    Line(Pace pace) {
      this.pace = pace;
    }

    void dropDead() {
      for (T first = waiting.peek(); first != null && !alive.test(first); first = waiting.peek()) {
        waiting.remove();
        HandshakeQueue.this.waiting--;
      }
    }
  }
}

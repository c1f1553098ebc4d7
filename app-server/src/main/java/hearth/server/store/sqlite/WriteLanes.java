package hearth.server.store.sqlite;

import hearth.protocol.UserId;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/// The writes that wait for the commit thread, in two lanes. A batch takes all small writes, and
/// large ones only for as long as it may take, so that nobody's message waits for a hundred groups
/// of a thousand. While a large write of a person waits, that person's other writes queue up behind
/// it, so that none overtakes another.
///
/// [#offer] is safe from any thread; all else is confined to the commit thread.
final class WriteLanes {
  /// Rows over which a write is large.
  private static final int SMALL = 16;

  /// Rows of the large writes in one batch, which a commit has to write; one write may have more.
  private static final int ROWS_PER_BATCH = 10_000;

  private static final int MAX_LARGE = 1_024;

  private final BlockingQueue<PendingWrite<?>> small;
  private final BlockingQueue<PendingWrite<?>> large = new LinkedBlockingQueue<>(MAX_LARGE);
  private final Map<UserId, Integer> queuedLarge = new ConcurrentHashMap<>();
  private final PendingWrite<Boolean> wake = PendingWrite.nothing();

  /// Empty lanes.
  ///
  /// @param capacity how many small writes may wait
  WriteLanes(int capacity) {
    small = new ArrayBlockingQueue<>(capacity);
  }

  /// Queues a write if there is room.
  boolean offer(PendingWrite<?> write) {
    UserId by = write.work().by();
    if (write.work().rows() <= SMALL && (by == null || !queuedLarge.containsKey(by))) {
      return small.offer(write);
    }
    count(by, 1);
    if (!large.offer(write)) {
      count(by, -1);
      return false;
    }
    boolean _ = small.offer(wake); // if there is no room, the commit thread is awake
    return true;
  }

  /// Queues a write when there is room.
  void put(PendingWrite<?> write) throws InterruptedException {
    small.put(write);
  }

  private void count(@Nullable UserId by, int change) {
    if (by != null) {
      queuedLarge.merge(by, change, (now, more) -> now + more == 0 ? null : now + more);
    }
  }

  /// How many small writes wait. Safe from any thread, like the next.
  int small() {
    return small.size();
  }

  /// How many large writes wait.
  int large() {
    return large.size();
  }

  boolean hasLarge() {
    return !large.isEmpty();
  }

  /// Waits for a write.
  PendingWrite<?> take() throws InterruptedException {
    return small.take();
  }

  /// Takes small writes, without waiting.
  ///
  /// @param max how many are in the batch then at most
  void drainSmall(Collection<PendingWrite<?>> batch, int max) {
    small.drainTo(batch, max - batch.size());
    batch.removeIf(write -> write.equals(wake));
  }

  /// Takes the next large write into a batch, if it still suits it, without waiting. None is taken
  /// as long as a small one waits that came before it.
  @Nullable PendingWrite<?> takeLarge(Collection<PendingWrite<?>> batch) {
    PendingWrite<?> next = large.peek();
    PendingWrite<?> first = small.peek();
    if (next == null || (first != null && first.isBefore(next)) || !hasRoom(batch, next)) {
      return null;
    }
    batch.add(large.remove());
    count(next.work().by(), -1);
    return next;
  }

  private static boolean hasRoom(Collection<PendingWrite<?>> batch, PendingWrite<?> next) {
    int rows = batch.stream().mapToInt(write -> write.work().rows()).filter(n -> n > SMALL).sum();
    return rows == 0 || rows + next.work().rows() <= ROWS_PER_BATCH;
  }
}

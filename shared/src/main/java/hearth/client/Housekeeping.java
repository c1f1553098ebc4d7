package hearth.client;

import hearth.client.link.Scheduler;
import hearth.client.model.Change;
import hearth.client.model.ClientState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is done with a client's state by and by: overviews are stored, signs and statuses end, and
/// a disk that works again gets everything. Confined to the client thread.
final class Housekeeping {
  /// How often it is looked whether a status has ended: a computer that sleeps counts no time.
  private static final Duration STATUS_PAUSE = Duration.ofMinutes(1);

  private static final Duration SAVE_PAUSE = Duration.ofSeconds(2);
  private static final Duration SIGN_PAUSE = Duration.ofMillis(500);

  private final Scheduler scheduler;
  private final ClientState state;
  private final InstantSource clock;
  private final GrowingPause recoveryPause = new GrowingPause();
  private boolean saveIsDue;
  private boolean expiryIsDue;
  private @Nullable Instant statusEnd;
  private Scheduler.@Nullable Timer statusEndDue;

  Housekeeping(Scheduler scheduler, ClientState state, InstantSource clock) {
    this.scheduler = scheduler;
    this.state = state;
    this.clock = clock;
  }

  /// Sets a time for what the state needs; called after every batch.
  void schedule() {
    if (!saveIsDue && state.hasUnsavedOverviews()) {
      saveIsDue = true;
      scheduler.after(SAVE_PAUSE, this::save);
    }
    if (!expiryIsDue && state.hasSigns()) {
      expiryIsDue = true;
      scheduler.after(SIGN_PAUSE, this::expireSigns);
    }
    awaitStatusEnd();
  }

  private void save() {
    saveIsDue = false;
    state.saveOverviews();
  }

  private void expireSigns() {
    expiryIsDue = false;
    state.expireSigns(System.nanoTime());
  }

  private void awaitStatusEnd() {
    Instant next = state.nextStatusEnd().orElse(null);
    if (Objects.equals(next, statusEnd)) {
      return;
    }
    if (statusEndDue != null) {
      statusEndDue.cancel();
    }
    statusEnd = next;
    statusEndDue = next == null ? null : scheduler.after(pauseUntil(next), this::endStatuses);
  }

  private Duration pauseUntil(Instant end) {
    Duration left = Duration.between(clock.instant(), end);
    return left.compareTo(STATUS_PAUSE) < 0 ? left : STATUS_PAUSE;
  }

  private void endStatuses() {
    statusEnd = null;
    state.endStatuses();
  }

  /// The disk had refused. Longer each time: one that comes and goes must not have everything
  /// fetched in a circle.
  void recover() {
    state.tell(new Change.StoreFailed(""));
    scheduler.after(recoveryPause.next(), state::storeRecovered);
  }
}

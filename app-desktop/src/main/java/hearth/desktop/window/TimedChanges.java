package hearth.desktop.window;

import hearth.client.model.ChatItem;
import hearth.desktop.fx.FxClock;
import hearth.desktop.session.ServerViewModel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Has derived values computed again when time alone changes them: a reminder is due, a mute ends.
/// Looks again from hour to hour, because a timer does not count the time that a device sleeps.
/// Confined to the FX thread.
final class TimedChanges implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofHours(1);

  private final ServerViewModel server;
  private final Clock time;
  private final FxClock.Delay delay;
  private final Subscription watching;

  TimedChanges(ServerViewModel server, FxClock clock, Clock time) {
    this.server = server;
    this.time = time;
    this.delay = clock.delay(LONGEST, server::revise);
    this.watching = server.revisionProperty().subscribe(now -> schedule());
  }

  private void schedule() {
    Instant now = time.instant();
    Instant at = next(now);
    if (at == null) {
      delay.stop();
    } else {
      Duration left = Duration.between(now, at);
      delay.restart(left.compareTo(LONGEST) < 0 ? left.plusMillis(1) : LONGEST);
    }
  }

  private @Nullable Instant next(Instant now) {
    Instant next = null;
    for (ChatItem item : server.chats()) {
      Instant one = item.own().preferences().nextChange(now);
      if (one != null && (next == null || one.isBefore(next))) {
        next = one;
      }
    }
    return next;
  }

  @Override
  public void close() {
    delay.stop();
    watching.unsubscribe();
  }
}

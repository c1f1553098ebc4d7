package hearth.desktop.fx;

import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/// A way onto the FX thread for a source that may be faster than the window, as a server is that
/// floods its client: when too much waits, the source does, so that memory stays bounded.
///
/// Safe from any thread; the FX thread itself never waits here.
public final class FxLane implements Executor, AutoCloseable {
  private static final int MOST_WAITING = 64;
  private static final int ENDLESS = Integer.MAX_VALUE / 2;

  private final FxMailbox mailbox;
  private final Semaphore room = new Semaphore(MOST_WAITING);
  private final AtomicBoolean closed = new AtomicBoolean();

  public FxLane(FxMailbox mailbox) {
    this.mailbox = mailbox;
  }

  /// Runs the work on the FX thread, soon, after what was passed on before. Waits while too much of
  /// this lane waits.
  @Override
  public void execute(Runnable work) {
    if (mailbox.isFxThread()) {
      mailbox.post(work);
      return;
    }
    room.acquireUninterruptibly();
    mailbox.post(
        () -> {
          room.release();
          work.run();
        });
  }

  /// Nobody waits here from now on: whoever waits for the source to end may be the FX thread.
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      room.release(ENDLESS);
    }
  }
}

package hearth.desktop.fx;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hears of exceptions that nobody has caught: logs each kind once, and notices when one comes
/// again and again, as it does where every pulse meets it. Confined to one thread.
public final class RepeatedFailures implements Thread.UncaughtExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(RepeatedFailures.class);
  private static final int MOST = 5;
  private static final int MOST_KINDS = 100;
  private static final long WITHIN_NANOS = 2_000_000_000;

  private final Runnable repeated;
  private final LongSupplier nanos;
  private final Map<String, Kind> kinds = new HashMap<>();

  /// Hears of exceptions.
  ///
  /// @param repeated ends what repeats one
  /// @param nanos a time
  public RepeatedFailures(Runnable repeated, LongSupplier nanos) {
    this.repeated = repeated;
    this.nanos = nanos;
  }

  @Override
  public void uncaughtException(Thread thread, Throwable failure) {
    if (kinds.size() >= MOST_KINDS) {
      kinds.clear();
    }
    Kind kind = kinds.get(key(failure));
    if (kind == null) {
      LOG.error("A bug in the window", failure);
      kind = new Kind();
      kinds.put(key(failure), kind);
    }
    if (kind.isTooOften(nanos.getAsLong())) {
      repeated.run();
    }
  }

  private static String key(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return failure.getClass().getName() + (trace.length == 0 ? "" : " " + trace[0]);
  }

  private static final class Kind {
    private long first;
    private int count;

    boolean isTooOften(long now) {
      if (count == 0 || now - first > WITHIN_NANOS) {
        first = now;
        count = 0;
      }
      count++;
      if (count < MOST) {
        return false;
      }
      count = 0;
      return true;
    }
  }
}

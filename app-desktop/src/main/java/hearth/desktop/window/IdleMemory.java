package hearth.desktop.window;

import hearth.desktop.fx.FxClock;
import java.time.Duration;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;

/// Gives back what the heap took while the person was busy. The serial collector makes the heap
/// smaller only when it looks at all of it, and in a window in which nothing happens it never does.
/// Confined to the FX thread.
final class IdleMemory {
  static final Duration REST = Duration.ofSeconds(20);

  /// Less is not worth a collection.
  private static final long WORTH = 24L * 1024 * 1024;

  private final FxClock.Delay rest;
  private final long restNanos;
  private final Heap heap;
  private long lastInput;
  private long kept;

  /// Begins with the first input.
  ///
  /// @param rest the time without input after which the heap is looked at
  IdleMemory(Scene scene, FxClock clock, Duration rest, Heap heap) {
    this.rest = clock.delay(rest, this::rested);
    this.restNanos = rest.toNanos();
    this.heap = heap;
    this.kept = heap.used();
    scene.addEventFilter(InputEvent.ANY, input -> busy());
  }

  private void busy() {
    lastInput = System.nanoTime();
    if (!rest.isRunning()) {
      rest.restart();
    }
  }

  private void rested() {
    long left = restNanos - (System.nanoTime() - lastInput);
    if (left > 0) {
      rest.restart(Duration.ofNanos(left).plusMillis(1));
    } else if (heap.used() - kept > WORTH) {
      heap.collect();
      kept = heap.used();
    }
  }

  /// The heap of this process.
  interface Heap {
    /// The heap that there is.
    static Heap own() {
      return new Heap() {
        @Override
        public long used() {
          return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        }

        @Override
        public void collect() {
          System.gc();
        }
      };
    }

    /// Bytes in use, garbage included.
    long used();

    /// Collects all garbage and returns when that is done.
    void collect();
  }
}

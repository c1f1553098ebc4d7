package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// A stop ends, whatever waits.
class ShutdownTest {
  private final List<String> stopped = Collections.synchronizedList(new ArrayList<>());
  private final Shutdown shutdown = new Shutdown(Duration.ofMillis(100));

  @Test
  void partsStopInReverseOrderAndOnce() {
    shutdown.pushLock("lock", () -> stopped.add("lock"));
    shutdown.push("store", () -> stopped.add("store"));
    shutdown.push("sockets", () -> stopped.add("sockets"));
    shutdown.run();
    shutdown.run();
    assertThat(stopped).containsExactly("sockets", "store", "lock");
  }

  @Test
  void aPartThatFailsKeepsNothingElseRunning() {
    shutdown.pushLock("lock", () -> stopped.add("lock"));
    shutdown.push("store", () -> stopped.add("store"));
    shutdown.push(
        "sockets",
        () -> {
          throw new IllegalStateException("does not stop");
        });
    shutdown.run();
    assertThat(stopped).containsExactly("store", "lock");
  }

  @Test
  void aPartThatNeverStopsIsLeftBehindAndTheDataStayLocked() {
    CountDownLatch never = new CountDownLatch(1);
    shutdown.pushLock("lock", () -> stopped.add("lock"));
    shutdown.push("sockets", () -> stopped.add("sockets"));
    shutdown.push(
        "store",
        () -> {
          try {
            never.await();
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
        });
    shutdown.run();
    assertThat(stopped).containsExactly("sockets");
    never.countDown();
  }
}

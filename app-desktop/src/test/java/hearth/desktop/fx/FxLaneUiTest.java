package hearth.desktop.fx;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.desktop.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FxLaneUiTest {
  private static final int FLOOD = 10_000;

  private final FxMailbox mailbox = new FxMailbox();
  private final FxLane lane = new FxLane(mailbox);
  private final CountDownLatch busy = new CountDownLatch(1);
  private final AtomicInteger passedOn = new AtomicInteger();
  private final List<Integer> shown = new ArrayList<>(); // by the FX thread

  @Test
  void aFloodWaitsUntilTheWindowHasTakenWhatCameBefore() {
    Ui.ask(Ui.class::getName); // the FX thread is there
    mailbox.post(this::beBusy);
    Thread source = flood();
    awaitWaiting(source);
    assertThat(passedOn.get()).isLessThan(100);
    busy.countDown();
    Ui.await("all is shown", () -> Ui.ask(shown::size) == FLOOD);
    assertThat(Ui.ask(() -> List.copyOf(shown)))
        .isEqualTo(IntStream.range(0, FLOOD).boxed().toList());
  }

  @Test
  void whatThePersonDoesHasItsTurnDuringAFlood() {
    Ui.ask(Ui.class::getName);
    AtomicBoolean done = new AtomicBoolean();
    Thread source =
        Thread.ofPlatform()
            .daemon()
            .start(
                () -> {
                  while (!done.get()) {
                    lane.execute(passedOn::incrementAndGet);
                  }
                });
    for (int i = 0; i < 100; i++) {
      int before = passedOn.get();
      Ui.await("the flood goes on", () -> passedOn.get() > before);
      assertThat(Ui.ask(() -> "a click")).isEqualTo("a click");
    }
    done.set(true);
    Ui.await("the source has ended", () -> !source.isAlive());
  }

  @Test
  void theFxThreadDoesNotWaitForItself() {
    int posted =
        Ui.ask(
            () -> {
              for (int i = 0; i < FLOOD; i++) {
                lane.execute(passedOn::incrementAndGet);
              }
              return FLOOD;
            });
    Ui.await("all have run", () -> passedOn.get() == posted);
  }

  @Test
  void nobodyWaitsAfterItsEnd() throws InterruptedException {
    Ui.ask(Ui.class::getName);
    mailbox.post(this::beBusy);
    Thread source = flood();
    awaitWaiting(source);
    lane.close();
    lane.close(); // a window that is closed is shut down once more with its app
    source.join();
    assertThat(passedOn).hasValue(FLOOD);
    busy.countDown();
  }

  private Thread flood() {
    return Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              for (int i = 0; i < FLOOD; i++) {
                int piece = i;
                lane.execute(() -> shown.add(piece));
                passedOn.incrementAndGet();
              }
            });
  }

  private void beBusy() {
    try {
      busy.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void awaitWaiting(Thread source) {
    while (source.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }
}

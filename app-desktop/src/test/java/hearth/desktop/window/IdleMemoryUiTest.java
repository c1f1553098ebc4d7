package hearth.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.desktop.Ui;
import hearth.desktop.fx.FxClock;
import hearth.desktop.fx.FxMailbox;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IdleMemoryUiTest implements IdleMemory.Heap {
  private static final long MEGABYTE = 1024 * 1024;

  private final FxClock clock = new FxClock(new FxMailbox());
  private final AtomicLong used = new AtomicLong(40 * MEGABYTE);
  private final AtomicInteger looks = new AtomicInteger();
  private final AtomicInteger collections = new AtomicInteger();

  @AfterEach
  void close() {
    clock.close();
  }

  @Test
  void whatABusyTimeLeftIsCollectedWhenItIsOverAndOnce() {
    Scene scene = Ui.ask(() -> new Scene(new Pane()));
    Ui.run(() -> new IdleMemory(scene, clock, Duration.ofMillis(20), this));
    int before = looks.get();
    Ui.press(scene, KeyCode.A);
    Ui.await("the heap is looked at", () -> looks.get() > before);
    assertThat(collections).hasValue(0); // it is as small as it was

    used.set(90 * MEGABYTE);
    Ui.press(scene, KeyCode.A);
    Ui.await("the heap is collected", () -> collections.get() == 1);
    int after = looks.get();
    Ui.press(scene, KeyCode.A);
    Ui.await("the heap is looked at again", () -> looks.get() > after);
    assertThat(collections).hasValue(1);
  }

  @Override
  public long used() {
    looks.incrementAndGet();
    return used.get();
  }

  @Override
  public void collect() {
    collections.incrementAndGet();
    used.set(50 * MEGABYTE);
  }
}

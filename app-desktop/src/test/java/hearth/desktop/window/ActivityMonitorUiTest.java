package hearth.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.desktop.Ui;
import hearth.desktop.fx.FxClock;
import hearth.desktop.fx.FxMailbox;
import java.time.Duration;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;

class ActivityMonitorUiTest {
  @Test
  void nobodyIsThereAfterAWhileWithoutInputAndSomebodyWithTheNextKey() {
    try (FxClock clock = new FxClock(new FxMailbox())) {
      Scene scene = Ui.ask(() -> new Scene(new Pane()));
      ActivityMonitor attention =
          Ui.ask(() -> new ActivityMonitor(scene, clock, Duration.ofMillis(200)));
      assertThat(Ui.ask(() -> attention.awayProperty().get())).isFalse();
      Ui.await("nobody is there", () -> attention.awayProperty().get());
      Ui.press(scene, KeyCode.A);
      assertThat(Ui.ask(() -> attention.awayProperty().get())).isFalse();
      Ui.await("nobody is there again", () -> attention.awayProperty().get());
    }
  }

  @Test
  void aWhileIsFiveMinutes() {
    assertThat(ActivityMonitor.PATIENCE).isEqualTo(Duration.ofMinutes(5));
  }
}

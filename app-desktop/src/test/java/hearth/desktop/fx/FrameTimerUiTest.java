package hearth.desktop.fx;

import com.sun.glass.ui.Timer;
import com.sun.javafx.tk.Toolkit;
import hearth.desktop.Ui;
import java.lang.reflect.Field;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// JavaFX as it is mended for Linux (see `MendJavaFx`).
class FrameTimerUiTest {
  @Test
  void theTimerOfFramesRunsOnlyWhileThereAreFrames()
      throws ReflectiveOperationException, TimeoutException {
    Ui.settle();
    Field field = Toolkit.getToolkit().getClass().getDeclaredField("pulseTimer");
    field.setAccessible(true);
    Timer timer = Ui.ask(() -> (Timer) field.get(Toolkit.getToolkit()));
    Label label = Ui.ask(() -> new Label("a"));
    Stage stage = Ui.ask(Stage::new);
    Ui.run(
        () -> {
          stage.setScene(new Scene(new StackPane(label), 200, 100));
          stage.show();
        });
    awaitRest(timer);
    double width = Ui.ask(label::getWidth);
    Ui.run(() -> label.setText("a longer text"));
    Ui.await("it is drawn", () -> label.getWidth() > width);
    awaitRest(timer);
    Ui.run(stage::close);
  }

  /// Does not ask on the FX thread, as that draws a frame.
  private static void awaitRest(Timer timer) throws TimeoutException {
    WaitForAsyncUtils.waitFor(15, TimeUnit.SECONDS, () -> !timer.isRunning());
  }
}

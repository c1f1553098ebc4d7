package hearth.desktop.fx;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javafx.animation.AnimationTimer;

/// Reports when the first frame of a window has been drawn, so that less urgent work can wait for
/// it. Confined to the FX thread, except [#drawn].
public final class FirstFrame {
  private final CompletableFuture<Void> drawn = new CompletableFuture<>();

  /// Completes when the frame has been drawn. Safe from any thread.
  public CompletionStage<Void> drawn() {
    return drawn;
  }

  /// The scene now contains what the first frame shows. Further calls do nothing.
  public void isSet() {
    if (!drawn.isDone()) {
      new Pulses().start();
    }
  }

  /// A pulse calls this before its layout and rendering, so the second call comes after the first
  /// frame was rendered.
  private final class Pulses extends AnimationTimer {
    private int seen;

    @Override
    public void handle(long now) {
      seen++;
      if (seen == 2) {
        stop();
        drawn.complete(null);
      }
    }
  }
}

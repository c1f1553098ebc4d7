package hearth.desktop.fx;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javafx.animation.AnimationTimer;

/// Tells when a window has been drawn with what it is to show first, so that what can wait does not
/// take the processor from it. Confined to the FX thread, but for [#drawn].
public final class FirstFrame {
  private final CompletableFuture<Void> drawn = new CompletableFuture<>();

  /// Over once the frame is drawn. Safe from any thread.
  public CompletionStage<Void> drawn() {
    return drawn;
  }

  /// The scene now holds what the frame is to show. Calling it again does nothing.
  public void isSet() {
    if (!drawn.isDone()) {
      new Pulses().start();
    }
  }

  /// A pulse lays out and hands over to be drawn after this is called, so the second one comes when
  /// that is done.
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

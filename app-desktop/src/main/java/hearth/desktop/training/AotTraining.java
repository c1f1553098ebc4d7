package hearth.desktop.training;

import hearth.client.link.Address;
import hearth.desktop.window.AppWindow;
import hearth.desktop.window.MainScreen;
import hearth.protocol.Content;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/// Goes through a person's first minute with the app: hosts or joins, writes, waits until the
/// server has the message, opens the dialogs and quits. It checks the window in each pulse and
/// takes the next step as soon as its condition holds. Confined to the FX thread.
public final class AotTraining {
  /// The message it sends; tests look for it in the server's data.
  public static final String LINE = "Is anybody here?";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final AppWindow window;
  private final @Nullable Address address;
  private final Consumer<String> failed;
  private final UiRobot robot;
  private final Queue<Step> left;
  private final long end;
  private boolean hosting;
  private final AnimationTimer pulses =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          look();
        }
      };

  /// Prepares it; [#start] begins.
  ///
  /// @param window is open
  /// @param address the server to join; null to host
  /// @param failed called at most once, with a sentence that says what did not happen in time
  public AotTraining(AppWindow window, @Nullable Address address, Consumer<String> failed) {
    this(window, address, failed, PATIENCE);
  }

  AotTraining(
      AppWindow window, @Nullable Address address, Consumer<String> failed, Duration patience) {
    this.window = window;
    this.address = address;
    this.failed = failed;
    this.robot = new UiRobot(window.stage().getScene());
    this.left = new ArrayDeque<>(steps());
    this.end = System.nanoTime() + patience.toNanos();
  }

  public void start() {
    pulses.start();
  }

  private void look() {
    Step next = left.peek();
    if (next == null) {
      pulses.stop();
    } else if (next.holds().getAsBoolean()) {
      left.remove();
      next.act().run();
    } else if (System.nanoTime() > end) {
      pulses.stop();
      failed.accept("The AOT training timed out waiting until " + next.until() + ".");
    }
  }

  private List<Step> steps() {
    return List.of(
        new Step("the window has something to show", () -> isOutside() || isInside(), this::enter),
        new Step("it is inside", this::isInside, () -> {}),
        new Step("the server answers", this::isOnline, () -> {}),
        new Step("others can be invited", this::isInvitationDue, this::closeInvitation),
        new Step("the invitation is closed", () -> robot.sees("#details"), () -> {}),
        new Step("one can write", () -> robot.sees("#field"), () -> robot.type("#field", LINE)),
        new Step("one can send", () -> robot.sees("#send"), () -> robot.press("#send")),
        new Step("the server has the message", this::isAcknowledged, this::openDetails),
        new Step("the people are shown", () -> robot.sees(".people"), this::openDetails),
        new Step("the details are closed", () -> !robot.sees(".people"), this::openSettings),
        new Step(
            "the settings are shown",
            () -> robot.sees("#theme-dark"),
            () -> robot.press("#theme-dark")),
        new Step(
            "the light comes back",
            () -> robot.sees("#theme-light"),
            () -> robot.press("#theme-light")),
        new Step("the settings can be closed", () -> robot.sees("#theme-light"), this::escape),
        new Step("the settings are closed", () -> !robot.sees("#theme-light"), this::quit));
  }

  private boolean isOutside() {
    return robot.sees("#join");
  }

  private boolean isInside() {
    return window.main() != null;
  }

  private boolean isOnline() {
    MainScreen main = window.main();
    return main != null && main.server().isOnline();
  }

  private boolean isAcknowledged() {
    MainScreen main = window.main();
    return main != null
        && main.server()
            .currentChat()
            .map(item -> item.newest().row())
            .filter(row -> row.author().equals(main.server().me()))
            .filter(row -> row.content() instanceof Content.Text(String text) && text.equals(LINE))
            .isPresent();
  }

  /// A profile that joined before goes straight to its server.
  private void enter() {
    if (!isOutside()) {
      return;
    }
    hosting = address == null;
    if (address == null) {
      robot.type("#serverName", "Training");
      robot.type("#hostName", "Ada");
      robot.press("#host");
    } else {
      robot.type("#address", address.toString());
      robot.type("#joinName", "Bo");
      robot.press("#join");
    }
  }

  /// The invitation is shown only to a person who has just started to host.
  private boolean isInvitationDue() {
    return !hosting || robot.sees("#linkField");
  }

  private void closeInvitation() {
    if (hosting) {
      escape();
    }
  }

  private void openDetails() {
    robot.press("#details");
  }

  private void openSettings() {
    robot.key(KeyCode.COMMA, true);
  }

  private void escape() {
    robot.key(KeyCode.ESCAPE, false);
  }

  private void quit() {
    window.quit();
  }
}

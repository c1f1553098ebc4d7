package hearth.desktop.rehearsal;

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

/// A person's first minute with the app: comes in, by hosting or by joining, writes, waits until
/// the server has it, looks into the dialogs and quits. Looks at the window once a pulse and does
/// the next thing as soon as it can be done. Confined to the FX thread.
public final class Rehearsal {
  /// What is written; whoever checks the server's data looks for it.
  public static final String LINE = "Is anybody at the hearth?";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final AppWindow window;
  private final @Nullable Address address;
  private final Consumer<String> failed;
  private final Hand hand;
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
  /// @param failed told in one sentence, at most once, what did not happen in time
  public Rehearsal(AppWindow window, @Nullable Address address, Consumer<String> failed) {
    this(window, address, failed, PATIENCE);
  }

  Rehearsal(
      AppWindow window, @Nullable Address address, Consumer<String> failed, Duration patience) {
    this.window = window;
    this.address = address;
    this.failed = failed;
    this.hand = new Hand(window.stage().getScene());
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
      failed.accept("The rehearsal waited in vain until " + next.until() + ".");
    }
  }

  private List<Step> steps() {
    return List.of(
        new Step("the window has something to show", () -> isOutside() || isInside(), this::enter),
        new Step("it is inside", this::isInside, () -> {}),
        new Step("the server answers", this::isOnline, () -> {}),
        new Step("others can be invited", this::isInvitationDue, this::closeInvitation),
        new Step("the invitation is closed", () -> hand.sees("#details"), () -> {}),
        new Step("one can write", () -> hand.sees("#field"), () -> hand.type("#field", LINE)),
        new Step("one can send", () -> hand.sees("#send"), () -> hand.press("#send")),
        new Step("the server has the message", this::isAcknowledged, this::openDetails),
        new Step("the people are shown", () -> hand.sees(".people"), this::openDetails),
        new Step("the details are closed", () -> !hand.sees(".people"), this::openSettings),
        new Step("the settings are shown", () -> hand.sees("#dark"), () -> hand.press("#dark")),
        new Step("the light comes back", () -> hand.sees("#light"), () -> hand.press("#light")),
        new Step("the settings can be closed", () -> hand.sees("#light"), this::escape),
        new Step("the settings are closed", () -> !hand.sees("#light"), this::quit));
  }

  private boolean isOutside() {
    return hand.sees("#join");
  }

  private boolean isInside() {
    return window.main() != null;
  }

  private boolean isOnline() {
    MainScreen main = window.main();
    return main != null && main.live().isOnline();
  }

  private boolean isAcknowledged() {
    MainScreen main = window.main();
    return main != null
        && main.live()
            .currentChat()
            .map(item -> item.newest().row())
            .filter(row -> row.author().equals(main.live().me()))
            .filter(row -> row.content() instanceof Content.Text(String text) && text.equals(LINE))
            .isPresent();
  }

  /// Whoever has been here before is inside already.
  private void enter() {
    if (!isOutside()) {
      return;
    }
    hosting = address == null;
    if (address == null) {
      hand.type("#place", "Rehearsal");
      hand.type("#hostName", "Ada");
      hand.press("#host");
    } else {
      hand.type("#address", address.toString());
      hand.type("#joinName", "Bo");
      hand.press("#join");
    }
  }

  /// Only whoever has just begun to host is shown how to invite others.
  private boolean isInvitationDue() {
    return !hosting || hand.sees("#linkField");
  }

  private void closeInvitation() {
    if (hosting) {
      escape();
    }
  }

  private void openDetails() {
    hand.press("#details");
  }

  private void openSettings() {
    hand.key(KeyCode.COMMA, true);
  }

  private void escape() {
    hand.key(KeyCode.ESCAPE, false);
  }

  private void quit() {
    window.quit();
  }
}

package hearth.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.desktop.profile.WindowPlacement;
import java.util.List;
import java.util.Random;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class WindowBoundsTest {
  private static final Rectangle2D LAPTOP = new Rectangle2D(0, 32, 1920, 1048);
  private static final Rectangle2D BESIDE = new Rectangle2D(1920, 0, 2560, 1440);

  /// The laptop's screen at 2×.
  private static final Rectangle2D DOUBLED = new Rectangle2D(0, 16, 960, 524);

  private static WindowPlacement at(double x, double y, double width, double height) {
    return new WindowPlacement(x, y, width, height, false);
  }

  @Test
  void whatFitsStaysWhereItWas() {
    WindowPlacement there = at(2000, 100, 1280, 800);
    assertThat(WindowBounds.fit(there, List.of(LAPTOP, BESIDE))).isEqualTo(there);
  }

  @Test
  void aWindowOfAScreenThatIsGoneComesToTheFirstOne() {
    assertThat(WindowBounds.fit(at(2000, 100, 1280, 800), List.of(LAPTOP)))
        .isEqualTo(at(640, 100, 1280, 800));
    assertThat(WindowBounds.fit(at(-32_000, -32_000, 1280, 800), List.of(LAPTOP)))
        .isEqualTo(at(0, 32, 1280, 800));
  }

  @Test
  void aWindowLargerThanTheScreenShrinksToIt() {
    assertThat(WindowBounds.fit(at(100, 100, 2500, 1400), List.of(LAPTOP)))
        .isEqualTo(at(0, 32, 1920, 1048));
    assertThat(WindowBounds.fit(at(640, 100, 1280, 800), List.of(DOUBLED)))
        .isEqualTo(at(0, 16, 960, 524));
  }

  @Test
  void theTitleBarIsNeverAboveTheScreen() {
    assertThat(WindowBounds.fit(at(100, -20, 800, 600), List.of(LAPTOP)).y()).isEqualTo(32);
  }

  @Test
  void anythingThatAFileMayHoldEndsWhollyOnOneScreen() {
    Random random = new Random(11);
    double[] odd = {
      Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, -1e300, 0, -5, 700, 3_000, 1e9
    };
    for (int i = 0; i < 5_000; i++) {
      WindowPlacement wanted =
          at(
              odd[random.nextInt(odd.length)],
              odd[random.nextInt(odd.length)],
              odd[random.nextInt(odd.length)],
              odd[random.nextInt(odd.length)]);
      for (List<Rectangle2D> screens :
          List.of(List.of(LAPTOP), List.of(LAPTOP, BESIDE), List.of(DOUBLED))) {
        WindowPlacement fitted = WindowBounds.fit(wanted, screens);
        assertThat(screens)
            .as("%s became %s", wanted, fitted)
            .anyMatch(
                screen ->
                    screen.contains(
                        new Rectangle2D(fitted.x(), fitted.y(), fitted.width(), fitted.height())));
      }
    }
  }
}

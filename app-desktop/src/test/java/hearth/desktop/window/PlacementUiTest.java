package hearth.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.desktop.Ui;
import hearth.desktop.fx.ThemeManager;
import hearth.desktop.profile.Profile;
import hearth.desktop.profile.Settings;
import hearth.desktop.profile.SettingsFile;
import hearth.desktop.profile.WindowPlacement;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Rectangle2D;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where a window opens, and what it shows before it is drawn.
class PlacementUiTest {
  @TempDir Path folder;
  private final CountDownLatch closed = new CountDownLatch(1);
  private @Nullable AppWindow opened;

  @AfterEach
  void close() throws InterruptedException {
    Ui.run(window()::quit);
    assertThat(closed.await(15, TimeUnit.SECONDS)).isTrue();
    Ui.run(() -> Ui.look().themeProperty().set(ThemeManager.Theme.LIGHT));
  }

  @Test
  void aWindowOfALargerScreenOpensWithinThisOne() throws Exception {
    make(ThemeManager.Theme.LIGHT, new WindowPlacement(7000, 5000, 9000, 6000, false));
    Ui.run(window()::open);
    Ui.settle();
    Rectangle2D screen = Ui.ask(() -> Screen.getPrimary().getVisualBounds());
    Stage stage = window().stage();
    assertThat(
            screen.contains(
                new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight())))
        .as("%s, %s, %s × %s", stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight())
        .isTrue();
  }

  @Test
  void whatIsSeenBeforeTheFirstFrameHasTheThemesBackground() throws Exception {
    make(ThemeManager.Theme.DARK, new WindowPlacement(0, 0, 800, 600, false));
    assertThat(Ui.ask(() -> window().stage().getScene().getFill())).isEqualTo(Color.web("#0d1117"));
    Ui.run(window()::open);
    Ui.settle();
    Region root = (Region) window().stage().getScene().getRoot();
    for (ThemeManager.Theme theme :
        new ThemeManager.Theme[] {ThemeManager.Theme.LIGHT, ThemeManager.Theme.DARK}) {
      Ui.run(() -> Ui.look().themeProperty().set(theme));
      Ui.settle();
      assertThat(Ui.ask(() -> root.getBackground().getFills().getFirst().getFill()))
          .as("of %s", theme)
          .isEqualTo(Ui.ask(() -> window().stage().getScene().getFill()));
    }
  }

  private AppWindow window() {
    return Objects.requireNonNull(opened);
  }

  private void make(ThemeManager.Theme theme, WindowPlacement placement) throws Exception {
    Profile profile = new Profile("mira", folder);
    SettingsFile settings = SettingsFile.load(profile.settingsFile());
    settings.set(Settings.THEME, theme);
    settings.set(Settings.WINDOW, Optional.of(placement));
    opened =
        Ui.ask(() -> new AppWindow(new Stage(), profile, settings, Ui.look(), closed::countDown));
  }
}

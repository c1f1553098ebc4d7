package hearth.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.desktop.Home;
import hearth.desktop.ShownText;
import hearth.desktop.Ui;
import hearth.desktop.fx.FieldBox;
import hearth.desktop.fx.ThemeManager;
import hearth.desktop.profile.Profile;
import hearth.desktop.profile.ProfileStart;
import hearth.desktop.profile.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A profile whose folder cannot be made, because a file is in its place.
class ProfileTroubleUiTest implements TroubleWindow.Ways {
  @TempDir Path folder;
  private final List<Object> taken = new ArrayList<>();
  private Path place;
  private Stage stage;

  @BeforeEach
  void open() throws IOException {
    place = Files.writeString(folder.resolve("hearth"), "in the way");
    Profile profile = new Profile("mira", place.resolve("mira"));
    stage = Ui.ask(Stage::new);
    if (ProfileStart.of(profile) instanceof ProfileStart.Troubled troubled) {
      Ui.run(() -> new TroubleWindow(stage, troubled, Ui.look(), this).open());
    }
    Ui.settle();
  }

  @AfterEach
  void close() {
    Ui.run(
        () -> {
          stage.close();
          Ui.look().themeProperty().set(ThemeManager.Theme.LIGHT);
        });
  }

  @Test
  void aWindowSaysSoAndWhatToDoAndTryingAgainHelpsOnceItIsMended() throws IOException {
    Scene scene = stage.getScene();
    assertThat(ShownText.areShown(scene.getRoot(), "Hearth cannot save anything")).isTrue();
    assertThat(ShownText.areShown(scene.getRoot(), place.toString())).isTrue();
    pictures(scene, "profile-trouble");
    Ui.run(() -> stage.setWidth(420));
    pictures(scene, "profile-trouble-narrow");

    Ui.click(Ui.find(scene, "#again"));
    Ui.await("it was tried in vain", () -> !scene.getRoot().lookup("#again").isDisabled());
    assertThat(taken).isEmpty();
    Files.delete(place);
    Ui.click(Ui.find(scene, "#again"));
    Ui.await("it can be used", () -> !taken.isEmpty());
    assertThat(taken.getFirst()).isInstanceOf(ProfileStart.Ready.class);
    if (taken.getFirst() instanceof ProfileStart.Ready ready) {
      ready.lock().close();
    }
  }

  @Test
  void withoutSavingOneCanJoinAndWriteAndNothingIsOnTheDisk() throws Exception {
    Ui.click(Ui.find(stage.getScene(), "#goOn"));
    Profile profile = (Profile) taken.getFirst();
    assertThat(profile.kept()).isFalse();
    CountDownLatch closed = new CountDownLatch(1);
    AppWindow window =
        Ui.ask(
            () ->
                new AppWindow(
                    new Stage(), profile, SettingsFile.inMemory(), Ui.look(), closed::countDown));
    try (Home mira = Home.open(folder, "host")) {
      fill(mira.scene(), "#serverName", "Workshop");
      fill(mira.scene(), "#hostName", "Mira Novak");
      Ui.click(mira.find("#host"));
      String address = ((TextField) mira.find(".address")).getText();
      Ui.press(mira.scene(), KeyCode.ESCAPE);

      Ui.run(window::open);
      Scene scene = window.stage().getScene();
      assertThat(window.stage().getTitle()).contains("nothing is saved");
      fill(scene, "#address", address);
      fill(scene, "#joinName", "Bo Müller");
      Ui.click(Ui.find(scene, "#join"));
      Ui.find(scene, "#field");
      Ui.await("Bo is in the lobby", () -> isOnline(window));
      mira.awaitText("2 online");
      assertThat(place).isRegularFile().hasContent("in the way");
    } finally {
      Ui.run(window::quit);
      assertThat(closed.await(15, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static boolean isOnline(AppWindow window) {
    MainScreen main = window.main();
    return main != null && main.server().isOnline();
  }

  private static void fill(Scene scene, String box, String text) {
    FieldBox field = (FieldBox) Ui.find(scene, box);
    Ui.run(() -> field.field().setText(text));
  }

  private static void pictures(Scene scene, String name) {
    for (ThemeManager.Theme theme :
        new ThemeManager.Theme[] {ThemeManager.Theme.DARK, ThemeManager.Theme.LIGHT}) {
      Ui.run(() -> Ui.look().themeProperty().set(theme));
      Ui.picture(scene, name + (theme == ThemeManager.Theme.DARK ? "-dark" : "-light"));
    }
  }

  @Override
  public void start(ProfileStart now) {
    taken.add(now);
  }

  @Override
  public void startInMemory(Profile profile) {
    taken.add(profile);
  }

  @Override
  public void quit() {}
}

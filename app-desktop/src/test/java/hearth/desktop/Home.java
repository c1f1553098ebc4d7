package hearth.desktop;

import hearth.client.link.Address;
import hearth.desktop.fx.ThemeManager;
import hearth.desktop.profile.Profile;
import hearth.desktop.profile.Settings;
import hearth.desktop.profile.SettingsFile;
import hearth.desktop.text.Language;
import hearth.desktop.window.AppWindow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// One person's app in a test: a profile in a temporary folder, and its window while it is open.
public final class Home implements AutoCloseable {
  private final Profile profile;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AppWindow window;

  private Home(Profile profile, Consumer<AppWindow> opening) {
    this.profile = profile;
    try {
      SettingsFile settings = SettingsFile.load(profile.settingsFile());
      window =
          Ui.ask(() -> new AppWindow(new Stage(), profile, settings, Ui.look(), closed::countDown));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    Ui.run(() -> opening.accept(window));
  }

  /// Opens the app of a person who never used it; it hosts on any free port.
  public static Home open(Path folder, String name) {
    return open(folder, name, 0);
  }

  /// Opens the app of a person who never used it.
  public static Home open(Path folder, String name, int port) {
    return open(folder, name, port, AppWindow::open);
  }

  /// Opens the app of a person who never used it, in a language.
  public static Home open(Path folder, String name, Language language) {
    return open(folder, name, 0, language, AppWindow::open);
  }

  /// Opens the app of a person who never used it by a link.
  public static Home open(Path folder, String name, Address invitation) {
    return open(folder, name, 0, window -> window.open(invitation));
  }

  private static Home open(Path folder, String name, int port, Consumer<AppWindow> opening) {
    return open(folder, name, port, Language.ENGLISH, opening);
  }

  private static Home open(
      Path folder, String name, int port, Language language, Consumer<AppWindow> opening) {
    Profile profile = new Profile(name, folder.resolve(name));
    try {
      Files.createDirectories(profile.folder());
      try (SettingsFile settings = SettingsFile.load(profile.settingsFile())) {
        settings.set(Settings.THEME, ThemeManager.Theme.LIGHT);
        settings.set(Settings.LANGUAGE, language);
        settings.set(Settings.HOST, settings.get(Settings.HOST).withPort(port));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return new Home(profile, opening);
  }

  /// Closes the window, if it is open, and opens it again, as the next start of the app does.
  public Home reopen() {
    close();
    return new Home(profile, AppWindow::open);
  }

  public AppWindow window() {
    return window;
  }

  public Scene scene() {
    return window.stage().getScene();
  }

  public Node find(String selector) {
    return Ui.find(scene(), selector);
  }

  /// Whether this text is shown anywhere in the window.
  public boolean shows(String text) {
    return ShownText.areShown(scene().getRoot(), text);
  }

  public void awaitText(String text) {
    Ui.await("\"" + text + "\" is shown", () -> shows(text));
  }

  @Override
  public void close() {
    if (closed.getCount() > 0 && Ui.ask(() -> window.stage().isShowing())) {
      Ui.run(window::quit);
    }
    try {
      if (!closed.await(15, TimeUnit.SECONDS)) {
        throw new AssertionError("the app does not end");
      }
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }
}

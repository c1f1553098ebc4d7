package hearth.desktop;

import hearth.client.link.Address;
import hearth.desktop.fx.FieldBox;
import hearth.desktop.fx.ThemeManager;
import hearth.desktop.profile.Profile;
import hearth.desktop.profile.Settings;
import hearth.desktop.profile.SettingsFile;
import hearth.desktop.text.Language;
import hearth.desktop.window.AppWindow;
import hearth.desktop.window.MainScreen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
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

  /// Opens the app of a person who never used it by a link of which the end is missing.
  public static Home openCutOff(Path folder, String name, String link) {
    return open(folder, name, 0, window -> window.openCutOff(link));
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

  /// The main screen, which must be open.
  public MainScreen main() {
    return Objects.requireNonNull(window.main());
  }

  /// Hosts "Workshop" as Mira Novak, and closes the invitation.
  ///
  /// @return the address it gives
  public String host() {
    fill("#serverName", "Workshop");
    fill("#hostName", "Mira Novak");
    press("#host");
    String address = ((TextField) find(".address")).getText();
    Ui.press(scene(), KeyCode.ESCAPE);
    awaitText("Hosting · 1 online");
    return address;
  }

  /// Joins a server by its address, and waits for the connection.
  public void join(String address, String name) {
    fill("#address", address);
    fill("#joinName", name);
    press("#join");
    find("#field");
    Ui.await("the connection stands", () -> main().server().isOnline());
  }

  /// Writes into a labelled field.
  public void fill(String selector, String text) {
    TextField field = ((FieldBox) find(selector)).field();
    Ui.run(() -> field.setText(text));
  }

  /// Presses a button without the mouse.
  public void press(String selector) {
    ButtonBase button = (ButtonBase) find(selector);
    Ui.run(
        () -> {
          button.requestFocus();
          button.fire();
        });
    Ui.settle();
  }

  /// Creates a group with one member.
  public void createGroup(String title, String member) {
    Ui.run(() -> main().newGroup());
    fill(".picker .field-box", title);
    Ui.click(cell(".picker .person-cell", member));
    press("#create");
    awaitText("Message " + title); // its composer, so that the next one is newer
    awaitText("You added");
  }

  /// The cell of a list that shows this text.
  public ListCell<?> cell(String selector, String text) {
    Ui.await(text + " is listed", () -> !cells(selector, text).isEmpty());
    return Ui.ask(() -> cells(selector, text).getFirst());
  }

  private List<ListCell<?>> cells(String selector, String text) {
    return scene().getRoot().lookupAll(selector).stream()
        .<ListCell<?>>map(node -> (ListCell<?>) node)
        .filter(cell -> cell.isVisible() && cell.getGraphic() != null)
        .filter(cell -> ShownText.areShown(cell.getGraphic(), text))
        .toList();
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

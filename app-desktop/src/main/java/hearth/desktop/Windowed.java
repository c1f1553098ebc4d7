package hearth.desktop;

import hearth.client.link.Address;
import hearth.desktop.fx.FxToolkit;
import hearth.desktop.fx.RepeatedFailures;
import hearth.desktop.fx.ThemeManager;
import hearth.desktop.profile.HostedServer;
import hearth.desktop.profile.Profile;
import hearth.desktop.profile.ProfileLock;
import hearth.desktop.profile.Settings;
import hearth.desktop.profile.SettingsFile;
import hearth.desktop.profile.SingleInstance;
import hearth.desktop.training.AotTraining;
import hearth.desktop.window.AppWindow;
import java.io.IOException;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The app with its window.
final class Windowed {
  private static final Logger LOG = LoggerFactory.getLogger(Windowed.class);
  private static final int FAILED = 1;
  private static final int ANY_FREE = 0;

  private Windowed() {}

  /// Returns when JavaFX runs; the process continues until the window closes or a signal ends it.
  ///
  /// @param lock is held until then; without a reference it would be released
  static void run(Profile profile, SettingsFile settings, ProfileLock lock, LaunchOptions options)
      throws FxToolkit.NoDisplayException {
    FxToolkit.start(
        () -> {
          ThemeManager themes = new ThemeManager();
          themes.themeProperty().set(settings.get(Settings.THEME));
          themes.install();
          AppWindow window =
              new AppWindow(new Stage(), profile, settings, themes, () -> System.exit(0));
          Thread.currentThread()
              .setUncaughtExceptionHandler(new RepeatedFailures(window::giveUp, System::nanoTime));
          Runtime.getRuntime().addShutdownHook(new Thread(() -> end(window, lock), "shut-down"));
          Address invitation = options.invitation();
          if (options.training() != null) {
            takeAnyFreePort(settings);
            window.open();
            new AotTraining(window, invitation, Windowed::fail).start();
          } else if (invitation != null) {
            window.open(invitation);
          } else {
            window.open();
          }
          Thread.startVirtualThread(() -> listen(profile, window));
        });
  }

  private static void takeAnyFreePort(SettingsFile settings) {
    HostedServer host = settings.get(Settings.HOST);
    if (!host.on()) {
      settings.set(Settings.HOST, host.withPort(ANY_FREE));
    }
  }

  private static void listen(Profile profile, AppWindow window) {
    try {
      SingleInstance.listen(
          profile,
          invitation -> {
            window.toFront();
            invitation.ifPresent(window::propose);
          });
    } catch (IOException refused) {
      LOG.warn("A second start will not bring this window to the front", refused);
    }
  }

  /// Ends the process with exit code 0, also after a signal; Java's own code would be 128 plus the
  /// signal's number.
  private static void end(AppWindow window, ProfileLock lock) {
    window.shutDown();
    lock.close();
    Runtime.getRuntime().halt(0);
  }

  /// Ends a failed AOT training at once: the window may hang.
  private static void fail(String sentence) {
    System.err.println(sentence);
    Runtime.getRuntime().halt(FAILED);
  }
}

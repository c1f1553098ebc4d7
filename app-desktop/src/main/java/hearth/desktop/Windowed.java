package hearth.desktop;

import hearth.client.link.Address;
import hearth.desktop.fx.FxToolkit;
import hearth.desktop.fx.RepeatedFailures;
import hearth.desktop.fx.ThemeManager;
import hearth.desktop.profile.HostedServer;
import hearth.desktop.profile.Profile;
import hearth.desktop.profile.ProfileLock;
import hearth.desktop.profile.ProfileStart;
import hearth.desktop.profile.Settings;
import hearth.desktop.profile.SettingsFile;
import hearth.desktop.profile.SingleInstance;
import hearth.desktop.training.AotTraining;
import hearth.desktop.window.AppWindow;
import hearth.desktop.window.TroubleWindow;
import java.io.IOException;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The app with its window. Confined to the FX thread, except [#run].
final class Windowed implements TroubleWindow.Ways {
  private static final Logger LOG = LoggerFactory.getLogger(Windowed.class);
  private static final int FAILED = 1;
  private static final int ANY_FREE = 0;

  private final LaunchOptions options;
  private final ThemeManager themes = new ThemeManager();

  private Windowed(LaunchOptions options) {
    this.options = options;
  }

  /// Returns when JavaFX runs; the process continues until the window closes or a signal ends it.
  static void run(ProfileStart start, LaunchOptions options) throws FxToolkit.NoDisplayException {
    FxToolkit.start(
        () -> {
          Windowed app = new Windowed(options);
          app.themes.install();
          app.start(start);
        });
  }

  @Override
  public void start(ProfileStart start) {
    switch (start) {
      case ProfileStart.Ready(Profile profile, SettingsFile settings, ProfileLock lock) ->
          open(profile, settings, lock);
      case ProfileStart.Troubled troubled ->
          new TroubleWindow(new Stage(), troubled, themes, this).open();
      case ProfileStart.OpenElsewhere(Profile profile) -> activate(profile);
    }
  }

  @Override
  public void startInMemory(Profile profile) {
    open(profile, SettingsFile.inMemory(), null);
  }

  @Override
  public void quit() {
    System.exit(FAILED);
  }

  private void activate(Profile profile) {
    try {
      SingleInstance.activate(profile, options.invitation());
    } catch (IOException refused) {
      LOG.warn("The window that is open already cannot be shown", refused);
    }
    quit();
  }

  /// @param lock is held until the end; null where nothing is kept
  private void open(Profile profile, SettingsFile settings, @Nullable ProfileLock lock) {
    themes.themeProperty().set(settings.get(Settings.THEME));
    AppWindow window = new AppWindow(new Stage(), profile, settings, themes, () -> System.exit(0));
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
    } else if (!options.cutOff().isEmpty()) {
      window.openCutOff(options.cutOff());
    } else {
      window.open();
    }
    if (profile.kept()) {
      Thread.startVirtualThread(() -> listen(profile, window));
    }
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
  private static void end(AppWindow window, @Nullable ProfileLock lock) {
    window.shutDown();
    if (lock != null) {
      lock.close();
    }
    Runtime.getRuntime().halt(0);
  }

  /// Ends a failed AOT training at once: the window may hang.
  private static void fail(String sentence) {
    System.err.println(sentence);
    Runtime.getRuntime().halt(FAILED);
  }
}

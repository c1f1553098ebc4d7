package hearth.desktop.window;

import hearth.desktop.fx.FxClock;
import hearth.desktop.fx.FxMailbox;
import hearth.desktop.hosting.Hosting;
import hearth.desktop.profile.Profile;
import hearth.desktop.profile.SettingsFile;
import hearth.desktop.settings.SettingProperties;

/// What lives as long as the app, independent of the screen that is shown.
///
/// @param preferences the settings as properties, for views
record AppServices(
    Profile profile,
    SettingsFile settings,
    SettingProperties preferences,
    FxMailbox mailbox,
    FxClock clock,
    Hosting hosting)
    implements AutoCloseable {

  static AppServices of(Profile profile, SettingsFile settings) {
    FxMailbox mailbox = new FxMailbox();
    return new AppServices(
        profile,
        settings,
        new SettingProperties(settings),
        mailbox,
        new FxClock(mailbox),
        new Hosting(profile.serverFolder(), mailbox));
  }

  /// Stops the hosted server and saves the settings. Blocks; safe from any thread.
  @Override
  public void close() {
    hosting.stop();
    settings.close();
    clock.close();
  }
}

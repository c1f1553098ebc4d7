package hearth.desktop;

import hearth.desktop.fx.FxToolkit;
import hearth.desktop.settings.Knock;
import hearth.desktop.settings.Profile;
import hearth.desktop.settings.ProfileLock;
import hearth.desktop.settings.SettingsFile;
import java.io.IOException;
import java.util.Optional;

/// Where the app begins: takes the profile, then opens its window, or hosts without one where there
/// is no display. Where the profile is open already, that window is asked to show itself.
public final class DesktopApp {
  private static final int FAILED = 1;

  private DesktopApp() {}

  public static void main(String[] arguments) {
    try {
      Profile profile = Profile.of(System.getProperties(), System.getenv());
      Optional<ProfileLock> lock = ProfileLock.take(profile);
      if (lock.isEmpty()) {
        Knock.at(profile);
        fail("Hearth is open already with the profile \"" + profile.name() + "\".");
        return;
      }
      SettingsFile settings = SettingsFile.load(profile.settingsFile());
      if (FxToolkit.hasDisplay(System.getenv())) {
        try {
          Windowed.run(profile, settings, lock.get());
          return;
        } catch (FxToolkit.NoDisplayException closed) {
          // Goes on without.
        }
      }
      Windowless.run(profile, settings, lock.get());
    } catch (IllegalArgumentException unfit) {
      fail(String.valueOf(unfit.getMessage()));
    } catch (IOException refused) {
      fail("The profile's folder cannot be used: " + refused.getMessage());
    }
  }

  private static void fail(String sentence) {
    System.err.println(sentence);
    System.exit(FAILED);
  }
}

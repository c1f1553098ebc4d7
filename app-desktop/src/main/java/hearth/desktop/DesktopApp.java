package hearth.desktop;

import hearth.client.link.Address;
import hearth.desktop.fx.FxToolkit;
import hearth.desktop.profile.Profile;
import hearth.desktop.profile.ProfileLock;
import hearth.desktop.profile.SettingsFile;
import hearth.desktop.profile.SingleInstance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The main class: locks the profile, then opens its window, or hosts without a window if there is
/// no display. If the profile is open already, it asks that window to come to the front and to show
/// the invitation.
public final class DesktopApp {
  private static final int FAILED = 1;

  private DesktopApp() {}

  public static void main(String[] words) {
    try {
      LaunchOptions options = LaunchOptions.of(words);
      Path training = options.training();
      if (training != null) {
        FxToolkit.useNoDisplay();
      }
      Profile profile =
          training != null
              ? new Profile("training", training)
              : Profile.of(System.getProperties(), System.getenv());
      Optional<ProfileLock> lock = ProfileLock.take(profile);
      if (lock.isEmpty()) {
        activate(profile, options.invitation());
        return;
      }
      SettingsFile settings = SettingsFile.load(profile.settingsFile());
      if (FxToolkit.hasDisplay(System.getenv())) {
        try {
          Windowed.run(profile, settings, lock.get(), options);
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

  /// Fails only without an invitation: an opened link has been handled, and after a failure the
  /// desktop would open it in a browser.
  private static void activate(Profile profile, @Nullable Address invitation) throws IOException {
    SingleInstance.activate(profile, invitation);
    String sentence = "Hearth is open already with the profile \"" + profile.name() + "\".";
    if (invitation == null) {
      fail(sentence);
    }
    System.out.println(sentence + " It proposes to join " + invitation + ".");
  }

  private static void fail(String sentence) {
    System.err.println(sentence);
    System.exit(FAILED);
  }
}

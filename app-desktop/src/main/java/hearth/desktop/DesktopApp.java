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

/// Where the app begins: takes the profile, then opens its window, or hosts without one where there
/// is no display. Where the profile is open already, that window is asked to show itself, and the
/// invitation if there is one.
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

  /// Whoever opened a link has what was asked for, and a desktop that is told otherwise opens the
  /// link in a browser; so only a start without one fails.
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

package hearth.desktop;

import hearth.client.link.Address;
import hearth.desktop.fx.FxToolkit;
import hearth.desktop.profile.Profile;
import hearth.desktop.profile.ProfileStart;
import hearth.desktop.profile.Settings;
import hearth.desktop.profile.SingleInstance;
import hearth.desktop.text.Messages;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The main class: locks the profile, then opens its window. Where none can be opened it says why,
/// and hosts without one only if it was told to. If the profile is open already, it asks that
/// window to come to the front and to show the invitation.
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
      switch (ProfileStart.of(profile)) {
        case ProfileStart.OpenElsewhere _ -> activate(profile, options.invitation());
        case ProfileStart.Ready ready -> {
          ready.settings().get(Settings.LANGUAGE).use();
          String trouble = open(ready, options);
          if (!trouble.isEmpty() && options.host()) {
            Windowless.run(profile, ready.settings(), ready.lock(), trouble);
          } else if (!trouble.isEmpty()) {
            fail(Messages.get("display.host", trouble));
          }
        }
        case ProfileStart.Troubled troubled -> {
          if (training != null || !open(troubled, options).isEmpty()) {
            fail(troubled.trouble().sentence());
          }
        }
      }
    } catch (IllegalArgumentException unfit) {
      fail(String.valueOf(unfit.getMessage()));
    } catch (IOException refused) {
      fail(String.valueOf(refused.getMessage()));
    }
  }

  /// Opens the window.
  ///
  /// @return why that is not possible; empty if it is open
  private static String open(ProfileStart start, LaunchOptions options) {
    if (!FxToolkit.hasDisplay(System.getenv())) {
      return DisplayTrouble.missing(System.getenv());
    }
    try {
      Windowed.run(start, options);
      return "";
    } catch (FxToolkit.NoDisplayException closed) {
      return DisplayTrouble.of(closed, System.getenv());
    }
  }

  /// Fails only without an invitation: an opened link has been handled, and after a failure the
  /// desktop would open it in a browser.
  private static void activate(Profile profile, @Nullable Address invitation) throws IOException {
    SingleInstance.activate(profile, invitation);
    String sentence = "Hearth is open already with the profile \"" + profile.name() + "\".";
    if (invitation == null) {
      fail(sentence);
      return;
    }
    System.out.println(sentence + " It proposes to join " + invitation.with(null) + ".");
  }

  private static void fail(String sentence) {
    System.err.println(sentence);
    System.exit(FAILED);
  }
}

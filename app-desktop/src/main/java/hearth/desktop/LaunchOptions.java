package hearth.desktop;

import hearth.client.link.Address;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The command line of the app.
///
/// @param invitation the server that a `hearth://` link names, as the operating system passes it
///   on; null where the app was started without one
/// @param cutOff a link of which the end is missing, to be mended by the person; empty for none
/// @param host whether to host without a window where none can be opened
/// @param training the profile folder for AOT training; null where a person uses the app
record LaunchOptions(
    @Nullable Address invitation, String cutOff, boolean host, @Nullable Path training) {
  private static final String HOST = "--host";
  private static final String TRAIN_AOT = "--train-aot";
  private static final String USAGE =
      """
      hearth [ADDRESS]                       opens the window, to join that server
      hearth --host [ADDRESS]                the same; where no window can be opened, hosts without one
      hearth --train-aot FOLDER [ADDRESS]    goes through the window in a profile of its own and quits\
      """;

  /// Parses a command line.
  ///
  /// @throws IllegalArgumentException with the usage if it cannot be parsed
  static LaunchOptions of(String... words) {
    List<String> left = List.of(words);
    boolean host = !left.isEmpty() && left.getFirst().equals(HOST);
    if (host) {
      left = left.subList(1, left.size());
    }
    Path folder = null;
    if (left.size() > 1 && left.getFirst().equals(TRAIN_AOT)) {
      folder = Path.of(left.get(1)).toAbsolutePath();
      left = left.subList(2, left.size());
    }
    if (left.size() > 1) {
      throw new IllegalArgumentException(USAGE);
    }
    String word = left.isEmpty() ? "" : left.getFirst();
    Address invitation = Address.parse(word).orElse(null);
    boolean cut = invitation == null && Address.isCutOff(word);
    if (!word.isEmpty() && invitation == null && !cut) {
      throw new IllegalArgumentException(USAGE);
    }
    return new LaunchOptions(invitation, cut ? word : "", host, folder);
  }
}

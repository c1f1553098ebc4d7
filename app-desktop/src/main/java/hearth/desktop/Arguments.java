package hearth.desktop;

import hearth.client.link.Address;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was written behind the app's name.
///
/// @param invitation the server that a `hearth://` link names, as the desktop hands it over; null
///   where the app was started by itself
/// @param rehearsal the folder of the profile to rehearse in; null where a person uses the app
record Arguments(@Nullable Address invitation, @Nullable Path rehearsal) {
  private static final String REHEARSE = "--rehearse";
  private static final String USAGE =
      """
      hearth [ADDRESS]                      opens the window, to join that server
      hearth --rehearse FOLDER [ADDRESS]    plays a person in a profile of its own and quits\
      """;

  /// Understands a command line.
  ///
  /// @throws IllegalArgumentException with the usage where it cannot be understood
  static Arguments of(String... words) {
    List<String> left = List.of(words);
    Path folder = null;
    if (left.size() > 1 && left.getFirst().equals(REHEARSE)) {
      folder = Path.of(left.get(1)).toAbsolutePath();
      left = left.subList(2, left.size());
    }
    if (left.size() > 1) {
      throw new IllegalArgumentException(USAGE);
    }
    return new Arguments(left.isEmpty() ? null : address(left.getFirst()), folder);
  }

  private static Address address(String word) {
    return Address.parse(word).orElseThrow(() -> new IllegalArgumentException(USAGE));
  }
}

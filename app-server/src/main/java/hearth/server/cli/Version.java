package hearth.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// The version that the build wrote; unknown without a build, as in an editor. Holds no state.
final class Version {
  private Version() {}

  static String line() {
    try (InputStream text = Version.class.getResourceAsStream("version.txt")) {
      return "Hearth " + (text == null ? "?" : new String(text.readAllBytes(), UTF_8).strip());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

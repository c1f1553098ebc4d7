package hearth.server;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a server keeps its data unless told otherwise, as each system wants it.
final class DefaultFolder {
  private DefaultFolder() {}

  static Path ofThisSystem() {
    return of(System.getProperty("os.name"), System.getProperty("user.home"), System.getenv());
  }

  static Path of(String system, String home, Map<String, String> environment) {
    String os = system.toLowerCase(Locale.ROOT);
    if (os.startsWith("windows")) {
      return in(environment.get("LOCALAPPDATA"), Path.of(home, "AppData", "Local"), "Hearth");
    }
    if (os.startsWith("mac")) {
      return Path.of(home, "Library", "Application Support", "Hearth", "server");
    }
    return in(environment.get("XDG_DATA_HOME"), Path.of(home, ".local", "share"), "hearth");
  }

  private static Path in(@Nullable String told, Path usual, String name) {
    Path base = told == null || told.isBlank() ? usual : Path.of(told);
    return base.resolve(name).resolve("server");
  }
}

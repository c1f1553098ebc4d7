package hearth.server.config;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The data folder of a server that is given none, by the conventions of each system. Holds no
/// state.
public final class DefaultFolder {
  private DefaultFolder() {}

  public static Path ofThisSystem() {
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

  private static Path in(@Nullable String set, Path usual, String name) {
    Path base = set == null || set.isBlank() ? usual : Path.of(set);
    return base.resolve(name).resolve("server");
  }
}

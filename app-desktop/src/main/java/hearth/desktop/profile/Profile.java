package hearth.desktop.profile;

import hearth.client.store.KnownServers;
import hearth.client.store.sqlite.InMemoryServers;
import hearth.client.store.sqlite.ProfileFolder;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/// A name and the folder of everything that the app keeps for one person on this machine. Profiles
/// are independent of each other and can be open at the same time. Immutable.
///
/// @param kept whether anything is written to the folder; otherwise all is gone with the process
public record Profile(String name, Path folder, boolean kept) {
  private static final String DEFAULT = "default";

  public Profile(String name, Path folder) {
    this(name, folder, true);
  }

  /// The same profile, with nothing written to its folder.
  public Profile inMemory() {
    return new Profile(name, folder, false);
  }

  /// What is remembered of servers; a new memory each time where nothing is kept.
  public KnownServers servers() {
    return kept ? new ProfileFolder(clientFolder()) : new InMemoryServers();
  }

  /// The profile to open: `hearth.profile` is its name, `hearth.home` the folder of all profiles,
  /// by default the system's folder for application data.
  ///
  /// @throws IllegalArgumentException with one sentence if the name cannot be that of a folder
  public static Profile of(Properties properties, Map<String, String> environment) {
    String name = properties.getProperty("hearth.profile", DEFAULT);
    if (!name.matches("[\\p{L}\\p{N}_][\\p{L}\\p{N}_. -]{0,39}")) {
      throw new IllegalArgumentException(
          "A profile's name is at most 40 letters, digits, blanks, dots, '-' and '_': " + name);
    }
    String home = properties.getProperty("hearth.home");
    return new Profile(
        name, (home == null ? systemFolder(properties, environment) : Path.of(home)).resolve(name));
  }

  public Path serverFolder() {
    return folder.resolve("server");
  }

  public Path clientFolder() {
    return folder.resolve("client");
  }

  public Path settingsFile() {
    return folder.resolve("settings.json");
  }

  public boolean isDefault() {
    return name.equals(DEFAULT);
  }

  private static Path systemFolder(Properties properties, Map<String, String> environment) {
    String system = properties.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    Path user = Path.of(properties.getProperty("user.home", "."));
    if (system.contains("win")) {
      String roaming = environment.get("APPDATA");
      return (roaming == null ? user.resolve("AppData/Roaming") : Path.of(roaming))
          .resolve("Hearth");
    }
    if (system.contains("mac")) {
      return user.resolve("Library/Application Support/Hearth");
    }
    String data = environment.getOrDefault("XDG_DATA_HOME", "");
    return (data.isBlank() ? user.resolve(".local/share") : Path.of(data)).resolve("hearth");
  }
}

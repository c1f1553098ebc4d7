package hearth.desktop;

import hearth.desktop.text.Messages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Why no window can be opened on Linux, found out without one. Other systems always have a
/// display. Pure, except that it looks for libraries.
final class DisplayTrouble {
  private static final String NO_GTK = "Unable to load glass GTK library";
  private static final Path LIBRARIES = Path.of("/usr/lib");

  /// What the window is linked to beside GTK, and the Debian package of each.
  private static final Map<String, String> PACKAGES =
      Map.of(
          "libX11.so.6", "libx11-6",
          "libXtst.so.6", "libxtst6",
          "libXxf86vm.so.1", "libxxf86vm1",
          "libGL.so.1", "libgl1");

  private DisplayTrouble() {}

  /// No display is named in the environment. JavaFX knows X11 alone, which Wayland has with
  /// Xwayland.
  static String missing(Map<String, String> environment) {
    return Messages.get(
        environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank()
            ? "display.none"
            : "display.wayland");
  }

  /// JavaFX could not be started.
  static String of(Throwable refusal, Map<String, String> environment) {
    return of(refusal, environment, missingLibraries());
  }

  static String of(Throwable refusal, Map<String, String> environment, List<String> missing) {
    Throwable first = refusal;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    String said = String.valueOf(first.getMessage());
    if (said.contains("DISPLAY")) {
      return Messages.get("display.refused", environment.getOrDefault("DISPLAY", ""));
    }
    if (said.contains(NO_GTK)) {
      return Messages.get("display.gtk");
    }
    return missing.isEmpty()
        ? Messages.get("display.other", said)
        : Messages.get("display.library", String.join(", ", missing), packagesOf(missing));
  }

  private static String packagesOf(List<String> libraries) {
    return String.join(" ", libraries.stream().map(PACKAGES::get).toList());
  }

  /// Looks where distributions keep libraries: in the folder itself or in one of the architecture.
  private static List<String> missingLibraries() {
    List<Path> folders =
        List.of(
            LIBRARIES,
            Path.of("/usr/lib64"),
            Path.of("/lib64"),
            LIBRARIES.resolve(
                System.getProperty("os.arch", "").equals("aarch64")
                    ? "aarch64-linux-gnu"
                    : "x86_64-linux-gnu"));
    return PACKAGES.keySet().stream()
        .sorted()
        .filter(name -> folders.stream().noneMatch(folder -> Files.exists(folder.resolve(name))))
        .toList();
  }
}

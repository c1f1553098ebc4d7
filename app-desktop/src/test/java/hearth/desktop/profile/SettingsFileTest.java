package hearth.desktop.profile;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.desktop.fx.ThemeManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
  @TempDir Path folder;

  @Test
  void whatWasSetIsThereAtTheNextStart() throws IOException {
    Path file = folder.resolve("settings.json");
    Settings wanted =
        Settings.FRESH
            .withTheme(ThemeManager.Theme.DARK)
            .withWindow(new Settings.Bounds(10, 20, 900, 700, true))
            .on("server-1", "Mira Novak")
            .hosting("Workshop", 7_421, "server-1");
    try (SettingsFile settings = SettingsFile.load(file)) {
      settings.update(now -> wanted);
    }
    try (SettingsFile again = SettingsFile.load(file)) {
      assertThat(again.get()).isEqualTo(wanted);
    }
    assertThat(file.resolveSibling("settings.json.new")).doesNotExist();
  }

  @Test
  void aDamagedFileIsPutAside() throws IOException {
    Path file = folder.resolve("settings.json");
    for (String damaged : new String[] {"{\"theme\":", "[1]", "{\"host\":7}", "{\"name\":{}}"}) {
      Files.writeString(file, damaged);
      try (SettingsFile settings = SettingsFile.load(file)) {
        assertThat(settings.get()).isEqualTo(Settings.FRESH);
      }
      assertThat(folder.resolve("settings.json.damaged")).hasContent(damaged);
    }
  }

  @Test
  void unknownValuesAreAsIfNotThere() throws IOException {
    Path file = folder.resolve("settings.json");
    Files.writeString(file, "{\"theme\":\"SEPIA\",\"name\":\"Bo\",\"later\":1}");
    try (SettingsFile settings = SettingsFile.load(file)) {
      assertThat(settings.get().theme()).isEqualTo(ThemeManager.Theme.SYSTEM);
      assertThat(settings.get().name()).isEqualTo("Bo");
    }
  }
}

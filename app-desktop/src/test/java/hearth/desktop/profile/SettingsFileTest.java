package hearth.desktop.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import hearth.desktop.fx.ThemeManager;
import hearth.desktop.text.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("settings.json");
  }

  @Test
  void everySettingIsThereAtTheNextStart() throws IOException {
    Settings wanted =
        Settings.DEFAULTS
            .with(Settings.THEME, ThemeManager.Theme.DARK)
            .with(Settings.LANGUAGE, Language.TRADITIONAL_CHINESE)
            .with(Settings.WINDOW, Optional.of(new WindowPlacement(10, 20, 900, 700, true)))
            .on("server-1", "Mira Novak")
            .hosting("Workshop", 7_421, "server-1");
    try (SettingsFile settings = SettingsFile.load(file)) {
      settings.update(now -> wanted);
    }
    try (SettingsFile again = SettingsFile.load(file)) {
      assertThat(again.get()).isEqualTo(wanted);
      assertThat(again.get(Settings.THEME)).isEqualTo(ThemeManager.Theme.DARK);
      assertThat(again.get(Settings.LANGUAGE)).isEqualTo(Language.TRADITIONAL_CHINESE);
      assertThat(again.get(Settings.WINDOW)).contains(new WindowPlacement(10, 20, 900, 700, true));
      assertThat(again.get(Settings.NAME)).isEqualTo("Mira Novak");
      assertThat(again.get(Settings.LAST_SERVER)).isEqualTo("server-1");
      assertThat(again.get(Settings.HOST))
          .isEqualTo(new HostedServer(true, "Workshop", 7_421, "server-1"));
    }
    assertThat(file.resolveSibling("settings.json.new")).doesNotExist();
  }

  @Test
  void theFileOfTheFirstVersionIsUnderstood() throws IOException {
    Files.writeString(
        file,
        """
        {"theme":"LIGHT","name":"Bo","lastServer":"server-2",
         "window":{"x":1.0,"y":2.0,"width":700.0,"height":500.0,"maximized":false},
         "host":{"on":true,"place":"Workshop","port":7420,"serverId":"server-1"}}
        """);
    try (SettingsFile settings = SettingsFile.load(file)) {
      assertThat(settings.get(Settings.THEME)).isEqualTo(ThemeManager.Theme.LIGHT);
      assertThat(settings.get(Settings.LANGUAGE)).isEqualTo(Language.SYSTEM);
      assertThat(settings.get(Settings.WINDOW))
          .contains(new WindowPlacement(1, 2, 700, 500, false));
      assertThat(settings.get(Settings.HOST))
          .isEqualTo(new HostedServer(true, "Workshop", 7_420, "server-1"));
    }
  }

  @Test
  void aDamagedFileIsKeptAside() throws IOException {
    for (String damaged :
        new String[] {
          "{\"theme\":", "[1]", "{\"host\":7}", "{\"name\":{}}", "{\"host\":{\"port\":\"x\"}}"
        }) {
      Files.writeString(file, damaged);
      try (SettingsFile settings = SettingsFile.load(file)) {
        assertThat(settings.get()).isEqualTo(Settings.DEFAULTS);
      }
      assertThat(folder.resolve("settings.json.damaged")).hasContent(damaged);
      assertThat(file).doesNotExist();
    }
  }

  @Test
  void aFileThatIsNotTextIsKeptAsideToo() throws IOException {
    Files.write(file, "{\"name\":\"Zoë\"}".getBytes(StandardCharsets.ISO_8859_1));
    try (SettingsFile settings = SettingsFile.load(file)) {
      assertThat(settings.get()).isEqualTo(Settings.DEFAULTS);
    }
    assertThat(folder.resolve("settings.json.damaged")).exists();
  }

  @Test
  void namesAndValuesOfANewerVersionAreKept() throws IOException {
    Files.writeString(
        file, "{\"theme\":\"SEPIA\",\"name\":\"Bo\",\"later\":{\"a\":[1,null]},\"window\":null}");
    try (SettingsFile settings = SettingsFile.load(file)) {
      assertThat(settings.get(Settings.THEME)).isEqualTo(ThemeManager.Theme.SYSTEM);
      assertThat(settings.get(Settings.WINDOW)).isEmpty();
      settings.set(Settings.NAME, "Bo Müller");
    }
    JsonObject written = new Gson().fromJson(Files.readString(file), JsonObject.class);
    assertThat(written.get("name").getAsString()).isEqualTo("Bo Müller");
    assertThat(written.get("later")).hasToString("{\"a\":[1,null]}");
    assertThat(written.get("theme").getAsString()).isEqualTo("SEPIA");
  }
}

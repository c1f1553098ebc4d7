package hearth.desktop.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileTest {
  @TempDir Path folder;

  @Test
  void standsWhereTheSystemKeepsSuchThings() {
    assertThat(folderOn("Linux", Map.of())).isEqualTo(Path.of("/home/mira/.local/share/hearth/bo"));
    assertThat(folderOn("Linux", Map.of("XDG_DATA_HOME", "/data")))
        .isEqualTo(Path.of("/data/hearth/bo"));
    assertThat(folderOn("Mac OS X", Map.of()))
        .isEqualTo(Path.of("/home/mira/Library/Application Support/Hearth/bo"));
    assertThat(folderOn("Windows 11", Map.of("APPDATA", "/roaming")))
        .isEqualTo(Path.of("/roaming/Hearth/bo"));
  }

  @Test
  void aNameThatLeavesTheFolderIsRefused() {
    for (String name : new String[] {"..", "a/b", "", "a\\b", ".hidden", "x".repeat(41)}) {
      Properties properties = new Properties();
      properties.setProperty("hearth.profile", name);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Profile.of(properties, Map.of()))
          .withMessageContaining("profile");
    }
  }

  @Test
  void belongsToOneAppAtATime() throws IOException {
    Profile profile = new Profile("mira", folder.resolve("mira"));
    try (ProfileLock lock = ProfileLock.take(profile).orElseThrow()) {
      assertThat(lock).isNotNull();
      assertThat(ProfileLock.take(profile)).isEmpty();
    }
    try (ProfileLock again = ProfileLock.take(profile).orElseThrow()) {
      assertThat(again).isNotNull();
    }
  }

  private static Path folderOn(String system, Map<String, String> environment) {
    Properties properties = new Properties();
    properties.setProperty("hearth.profile", "bo");
    properties.setProperty("os.name", system);
    properties.setProperty("user.home", "/home/mira");
    return Profile.of(properties, environment).folder();
  }
}

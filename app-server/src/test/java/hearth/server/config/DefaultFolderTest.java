package hearth.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DefaultFolderTest {
  @Test
  void eachSystemHasItsOwnPlace() {
    assertThat(DefaultFolder.of("Linux", "/home/ann", Map.of()))
        .isEqualTo(Path.of("/home/ann/.local/share/hearth/server"));
    assertThat(DefaultFolder.of("Mac OS X", "/Users/ann", Map.of()))
        .isEqualTo(Path.of("/Users/ann/Library/Application Support/Hearth/server"));
    assertThat(DefaultFolder.of("Windows 11", "/c/ann", Map.of()))
        .isEqualTo(Path.of("/c/ann/AppData/Local/Hearth/server"));
  }

  @Test
  void whatThePersonHasSetComesFirst() {
    assertThat(DefaultFolder.of("Linux", "/home/ann", Map.of("XDG_DATA_HOME", "/data")))
        .isEqualTo(Path.of("/data/hearth/server"));
    assertThat(DefaultFolder.of("Windows 11", "/c/ann", Map.of("LOCALAPPDATA", "/d")))
        .isEqualTo(Path.of("/d/Hearth/server"));
  }
}

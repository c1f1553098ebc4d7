package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever starts Java ends it when memory has run out: a server or a window that goes on without
/// the threads that died of it looks alive and is not.
class LaunchersTest {
  private static final Path ROOT = Path.of("..");

  @ParameterizedTest
  @CsvSource({
    "packaging/pom.xml, <both.options>-XX:+ExitOnOutOfMemoryError",
    "packaging/image/options.args, ${window.options} ${both.options}",
    "packaging/image/hearth-server.properties, ${server.options} ${both.options}",
    "packaging/linux/bin/hearth, ${window.options} ${both.options}",
    "packaging/linux/bin/hearth-server, ${server.options} ${both.options}",
    "app-server/pom.xml, -XX:+ExitOnOutOfMemoryError ${hearth.jvm}",
    "app-desktop/pom.xml, -XX:+ExitOnOutOfMemoryError ${hearth.jvm}"
  })
  void everyLauncherEndsWhenMemoryHasRunOut(String file, String option) throws IOException {
    assertThat(Files.readString(ROOT.resolve(file))).contains(option);
  }

  @ParameterizedTest
  @CsvSource({"packaging/linux/bin", "packaging/image"})
  void thereAreNoOthers(String folder) throws IOException {
    try (var files = Files.list(ROOT.resolve(folder))) {
      for (Path file : files.toList()) {
        String text = Files.readString(file);
        if (text.contains("bin/java\"") || text.contains("java-options")) {
          assertThat(text).as(file.toString()).contains("${both.options}");
        }
      }
    }
  }
}

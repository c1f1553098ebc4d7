package hearth.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The app in a process of its own, on a machine whose display cannot be opened.
@EnabledOnOs(OS.LINUX)
class WithoutDisplayIT {
  @TempDir Path folder;

  /// A port that is taken would be replaced, and the test would not know.
  @BeforeEach
  void chooseAnyPort() throws IOException {
    Path profile = Files.createDirectories(folder.resolve("default"));
    try (ServerSocket free = new ServerSocket(0)) {
      Files.writeString(
          profile.resolve("settings.json"),
          "{\"host\":{\"on\":false,\"place\":\"Workshop\",\"port\":" + free.getLocalPort() + "}}");
    }
  }

  @Test
  void saysWhatIsMissingAndHostsNothingUnlessTold() throws Exception {
    Process app = start("");
    try {
      assertThat(app.waitFor(30, TimeUnit.SECONDS)).as("the app ends by itself").isTrue();
      assertThat(app.exitValue()).isEqualTo(1);
      assertThat(read(app))
          .contains("There is no display: neither DISPLAY nor WAYLAND_DISPLAY is set.")
          .contains("start Hearth like this: hearth --host")
          .doesNotContain("Exception");
      assertThat(folder.resolve("default").resolve("server")).doesNotExist();
    } finally {
      app.destroyForcibly();
    }
  }

  @Test
  void aDisplayThatCannotBeOpenedIsNotCalledMissing() throws Exception {
    Process app = start(":9876");
    try {
      assertThat(app.waitFor(30, TimeUnit.SECONDS)).as("the app ends by itself").isTrue();
      assertThat(app.exitValue()).isEqualTo(1);
      assertThat(read(app)).contains("hearth --host").doesNotContain("There is no display");
      assertThat(folder.resolve("default").resolve("server")).doesNotExist();
    } finally {
      app.destroyForcibly();
    }
  }

  @Test
  void hostsWithoutAWindowWhereItIsToldTo() throws Exception {
    Process app = start("", "--host");
    try (BufferedReader said = app.inputReader(StandardCharsets.UTF_8)) {
      assertThat(next(said)).startsWith("There is no display");
      assertThat(next(said)).contains("so it hosts Workshop without a window.");
      assertThat(next(said)).contains("choose Join and type: ");
      app.destroy();
      assertThat(app.waitFor(15, TimeUnit.SECONDS)).isTrue();
      assertThat(app.exitValue()).isZero();
    } finally {
      app.destroyForcibly();
    }
  }

  /// The next line that is not of the server's log.
  private static String next(BufferedReader said) throws IOException {
    String line = said.readLine();
    while (line != null && line.contains(" INFO ")) {
      line = said.readLine();
    }
    return Objects.requireNonNull(line, "it ended");
  }

  private static String read(Process app) throws IOException {
    return new String(app.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private Process start(String display, String... words) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.language=en",
                "-Dhearth.home=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                DesktopApp.class.getName()));
    command.addAll(List.of(words));
    ProcessBuilder app = new ProcessBuilder(command).redirectErrorStream(true);
    app.environment().remove("WAYLAND_DISPLAY");
    app.environment().remove("DISPLAY");
    if (!display.isEmpty()) {
      app.environment().put("DISPLAY", display);
    }
    return app.start();
  }
}

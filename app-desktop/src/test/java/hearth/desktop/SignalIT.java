package hearth.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/// The app in a process of its own.
class SignalIT {
  @TempDir Path folder;

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aProfileIsOpenOnceAndASignalDrainsWhatItHostsAndEndsWell() throws Exception {
    Path profile = Files.createDirectories(folder.resolve("default"));
    int port = freePort();
    Files.writeString(
        profile.resolve("settings.json"),
        "{\"host\":{\"on\":true,\"place\":\"Workshop\",\"port\":" + port + "}}");
    Process app = start();
    try {
      WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> listens(port));
      collectGarbageOf(app);
      Process second = start();
      assertThat(second.waitFor(30, TimeUnit.SECONDS)).as("the second start ends").isTrue();
      assertThat(second.exitValue()).isEqualTo(1);
      Process link = start("hearth://192.168.1.20:7420/");
      assertThat(link.waitFor(30, TimeUnit.SECONDS)).as("the start by a link ends").isTrue();
      assertThat(link.exitValue()).as("else a browser would be asked next").isZero();
      app.destroy();
      assertThat(app.waitFor(15, TimeUnit.SECONDS)).isTrue();
      assertThat(app.exitValue()).isZero();
      assertThat(profile.resolve("server").toFile().list((in, name) -> name.endsWith("-wal")))
          .as("logs that a drained store leaves behind")
          .isEmpty();
    } finally {
      app.destroyForcibly();
    }
  }

  /// A lock that nobody refers to would be let go of now.
  private static void collectGarbageOf(Process app) throws Exception {
    Process collecting =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                String.valueOf(app.pid()),
                "GC.run")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(collecting.waitFor(30, TimeUnit.SECONDS)).isTrue();
  }

  private Process start(String... words) throws IOException {
    List<String> command = new ArrayList<>();
    Collections.addAll(
        command,
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "--enable-native-access=ALL-UNNAMED",
        "-Dglass.platform=Headless",
        "-Dprism.order=sw",
        "-Dhearth.home=" + folder,
        "-cp",
        System.getProperty("java.class.path"),
        DesktopApp.class.getName());
    Collections.addAll(command, words);
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (var free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }
}

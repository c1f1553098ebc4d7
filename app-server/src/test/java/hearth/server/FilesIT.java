package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hearth.server.StartException.Reason;
import hearth.server.config.Encryption;
import hearth.server.config.ServerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Who may read the files of a server, who else may use them, and what is left alone.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no POSIX rights and locks")
class FilesIT {
  @TempDir Path folder;

  @Test
  void everythingIsItsOwnersAloneWhateverTheUmask() throws Exception {
    Path data = folder.resolve("deep").resolve("data");
    List<String> open = List.of("sh", "-c", "umask 0; exec \"$@\"", "sh");
    try (ServerProcess server = ServerProcess.start(data, open)) {
      try (Peer ann = Peer.join(server.port(), "Ann")) {
        ann.post("for us alone");
      }
      assertThat(rights(data))
          .containsOnlyKeys(
              "",
              "certificate.pem",
              "hearth.db",
              "hearth.db-shm",
              "hearth.db-wal",
              "hearth.epoch",
              "hearth.lock",
              "key.pem");
      assertAllPrivate(data);
    }
    assertThat(rights(folder.resolve("deep"))).containsEntry("", "rwx------");
  }

  @Test
  void aFolderWithLooseRightsIsTakenFromOthers() throws Exception {
    Path data = Files.createDirectory(folder.resolve("data"));
    HearthServer.start(ServerFixture.config(data)).close();
    try (ServerProcess server = ServerProcess.start(data)) {
      server.kill();
    }
    loosen(data);
    try (var server = new ServerFixture(data)) {
      server.join("Ann").post("for us alone");
      assertAllPrivate(data);
    }
  }

  private static void loosen(Path data) throws IOException {
    try (Stream<Path> all = Files.walk(data)) {
      for (Path path : all.toList()) {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
      }
    }
  }

  private static void assertAllPrivate(Path data) throws IOException {
    Map<String, String> rights = rights(data);
    assertThat(rights.remove("")).isEqualTo("rwx------");
    assertThat(rights).isNotEmpty().allSatisfy((_, of) -> assertThat(of).isEqualTo("rw-------"));
  }

  /// By name; the folder's own with an empty one.
  private static Map<String, String> rights(Path data) throws IOException {
    Map<String, String> rights = new TreeMap<>();
    try (Stream<Path> all = Files.walk(data, 1)) {
      for (Path path : all.toList()) {
        rights.put(
            data.relativize(path).toString(),
            PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
      }
    }
    return rights;
  }

  /// POSIX ends a process's locks as it closes any descriptor of the file.
  @Test
  void aSecondStartInTheSameProcessDoesNotOpenTheFolderToOthers() throws Exception {
    try (var server = new ServerFixture(folder)) {
      Path link = Files.createSymbolicLink(folder.resolve("link"), folder);
      assertThat(refusal(ServerFixture.config(folder)).reason()).isEqualTo(Reason.DATA_LOCKED);
      assertThat(refusal(ServerFixture.config(link)).reason()).isEqualTo(Reason.DATA_LOCKED);
      Process other =
          new ProcessBuilder(ServerProcess.command(folder)).redirectErrorStream(true).start();
      try (var said = other.inputReader()) {
        assertThat(said.readLine()).contains("in use by another Hearth server");
      }
      assertThat(other.waitFor()).isEqualTo(1);
      server.join("Ann").post("still here");
    }
    HearthServer.start(ServerFixture.config(folder)).close();
  }

  @Test
  void nothingIsWrittenBesideADatabaseOfAnotherProgram() throws Exception {
    Path file = folder.resolve("hearth.db");
    try (var other = DriverManager.getConnection("jdbc:sqlite:" + file);
        var sql = other.createStatement()) {
      sql.execute("PRAGMA journal_mode = WAL");
      sql.execute("CREATE TABLE song (title TEXT)");
    }
    assertRefusedAndUntouched();
  }

  /// What a program leaves that crashed before its first checkpoint: all is in the log.
  @Test
  void nothingIsWrittenBesideALogOfAnotherProgram() throws Exception {
    Path made = Files.createDirectory(folder.resolve("made"));
    try (var other = DriverManager.getConnection("jdbc:sqlite:" + made.resolve("hearth.db"));
        var sql = other.createStatement()) {
      sql.execute("PRAGMA journal_mode = WAL");
      sql.execute("CREATE TABLE song (title TEXT)");
      for (String name : List.of("hearth.db", "hearth.db-wal")) {
        Files.copy(made.resolve(name), folder.resolve(name));
      }
    }
    assertRefusedAndUntouched();
  }

  private void assertRefusedAndUntouched() throws IOException {
    loosen(folder);
    Map<String, String> before = rights(folder);
    byte[] database = Files.readAllBytes(folder.resolve("hearth.db"));
    assertThat(refusal(ServerFixture.config(folder)).reason()).isEqualTo(Reason.DATA_NOT_OURS);
    assertThat(rights(folder)).isEqualTo(before);
    assertThat(Files.readAllBytes(folder.resolve("hearth.db"))).isEqualTo(database);
  }

  /// The same crash of a server of ours is no reason to refuse.
  @Test
  void aServerThatCrashedBeforeItsFirstCheckpointStartsAgain() throws Exception {
    try (ServerProcess server = ServerProcess.start(folder)) {
      try (Peer ann = Peer.join(server.port(), "Ann")) {
        ann.post("only in the log");
      }
      server.kill();
    }
    try (var server = new ServerFixture(folder)) {
      assertThat(server.lobby(server.join("Ben")).head()).isEqualTo(3);
    }
  }

  /// Clients remember a key for good, so a power failure must not take one that they have seen.
  @Test
  void aKeyIsOnTheDiskBeforeAnybodySeesIt() throws Exception {
    assumeTrue(canTrace());
    Path trace = folder.resolve("trace");
    Path data = folder.resolve("data");
    List<String> traced =
        List.of(
            "strace",
            "-D", // so that the server is the process that is ended
            "-f",
            "-y",
            "-qq",
            "-e",
            "trace=fsync,rename,renameat,renameat2,listen",
            "-o",
            trace.toString());
    try (ServerProcess _ = ServerProcess.start(data, traced)) {
      String calls = Files.readString(trace);
      assertThat(calls)
          .containsSubsequence(
              "fsync(",
              data.resolve("certificate.pem.new") + ">",
              "rename",
              data.resolve("certificate.pem") + "\"",
              "fsync(",
              data + ">",
              "fsync(",
              data.resolve("key.pem.new") + ">",
              "rename",
              data.resolve("key.pem") + "\"",
              "fsync(",
              data + ">",
              "listen(");
    }
  }

  private static boolean canTrace() throws InterruptedException {
    try {
      return new ProcessBuilder("strace", "-o", "/dev/null", "true").start().waitFor() == 0;
    } catch (IOException _) {
      return false; // not installed
    }
  }

  @Test
  void aCertificateOfAnotherKeyIsSaid() throws Exception {
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");
    HearthServer.start(ServerFixture.config(one)).close();
    HearthServer.start(ServerFixture.config(two)).close();
    Path certificate = one.resolve("certificate.pem");
    Path key = two.resolve("key.pem");
    StartException refused =
        refusal(
            ServerFixture.config(folder.resolve("three"))
                .with(new Encryption.Files(certificate, key)));
    assertThat(refused.reason()).isEqualTo(Reason.KEY_UNFIT);
    assertThat(refused.sentence())
        .isEqualTo(
            "The server's key cannot be used: "
                + certificate
                + " is the certificate of another key than "
                + key
                + ".");
    Files.copy(key, one.resolve("key.pem"), StandardCopyOption.REPLACE_EXISTING);
    assertThat(refusal(ServerFixture.config(one)).reason()).isEqualTo(Reason.KEY_UNFIT);
  }

  private static StartException refusal(ServerConfig config) {
    return catchThrowableOfType(
        StartException.class,
        () -> {
          try (HearthServer server = HearthServer.start(config)) {
            throw new AssertionError("it listens on " + server.address());
          }
        });
  }
}

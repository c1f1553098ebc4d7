package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hearth.protocol.Entry;
import hearth.protocol.Response;
import hearth.protocol.Request;
import hearth.server.StartException.Reason;
import hearth.server.config.ServerConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever keeps a server from starting is said in one sentence, and nothing is left behind.
class StartIT {
  @TempDir Path data;

  @Test
  void aPortInUseIsSaidAndTheNextFreeOneProposed() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ServerConfig config = ServerFixture.config(data).withPort(taken.getLocalPort());
      StartException refused = refusal(config, Reason.PORT_IN_USE);
      int free = refused.freePort().orElseThrow();
      assertThat(refused.sentence())
          .contains("Port " + taken.getLocalPort() + " is in use", "port " + free + " is free");
      try (HearthServer server = HearthServer.start(config.withPort(free))) {
        assertThat(server.port()).isEqualTo(free);
      }
    }
  }

  @Test
  void oneFolderIsOneServers() throws StartException {
    try (var server = new ServerFixture(data)) {
      StartException refused = refusal(ServerFixture.config(data), Reason.DATA_LOCKED);
      assertThat(refused.sentence()).contains(data.toString(), "in use by another Hearth server");
      server.join("Ann");
    }
    HearthServer.start(ServerFixture.config(data)).close();
  }

  @Test
  void aNewFolderIsItsOwnersAlone() throws Exception {
    assumeTrue(data.getFileSystem().supportedFileAttributeViews().contains("posix"));
    Path made = data.resolve("made");
    HearthServer.start(ServerFixture.config(made)).close();
    assertThat(Files.getPosixFilePermissions(made))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void aFolderThatCannotBeMadeIsSaid() throws IOException {
    Path file = Files.writeString(data.resolve("file"), "not a folder");
    StartException refused =
        refusal(ServerFixture.config(file.resolve("data")), Reason.DATA_NOT_WRITABLE);
    assertThat(refused.sentence()).contains("cannot be written");
  }

  @Test
  void aDamagedFileIsRefusedAndNotTouched() throws Exception {
    try (var server = new ServerFixture(data)) {
      server.join("Ann").post("precious");
    }
    Path file = data.resolve("hearth.db");
    byte[] sound = Files.readAllBytes(file);
    byte[] garbage = sound.clone();
    Arrays.fill(garbage, 0, 4_096, (byte) 'x');
    byte[] cut = Arrays.copyOf(sound, sound.length / 2 + 100);
    byte[] holed = sound.clone();
    Arrays.fill(holed, 100, 4_096, (byte) 0xEE);
    for (byte[] damaged : new byte[][] {garbage, cut, holed}) {
      Files.write(file, damaged);
      StartException refused = refusal(ServerFixture.config(data), Reason.DATA_DAMAGED);
      assertThat(refused.sentence()).contains(file.toString(), "is damaged");
      assertThat(Files.readAllBytes(file)).isEqualTo(damaged);
    }
    Files.write(file, sound);
    HearthServer.start(ServerFixture.config(data)).close();
  }

  /// Within the log SQLite cannot tell damage from what a crash left half-written: what comes after
  /// it is gone, and what stands is sound. At its head it can be told.
  @Test
  void ofADamagedWriteAheadLogWhatStandsBeforeTheDamageIsKept() throws Exception {
    Path file = data.resolve("hearth.db");
    Path wal = data.resolve("hearth.db-wal");
    try (ServerProcess server = ServerProcess.start(data)) {
      Peer ann = Peer.join(server.port(), "Ann");
      for (int i = 3; i < 100; i++) {
        ann.post("message " + i);
      }
      server.kill();
    }
    byte[] soundFile = Files.readAllBytes(file);
    byte[] soundWal = Files.readAllBytes(wal);
    byte[] headless = soundWal.clone();
    headless[10] ^= 0x55;
    Files.write(wal, headless);
    assertThat(refusal(ServerFixture.config(data), Reason.DATA_DAMAGED).sentence())
        .isEqualTo(wal + " is damaged; it was not touched.");
    assertThat(Files.readAllBytes(wal)).isEqualTo(headless);
    assertThat(Files.readAllBytes(file)).isEqualTo(soundFile);

    for (int place : new int[] {soundWal.length / 2, soundWal.length - 10}) {
      Files.write(file, soundFile);
      byte[] damaged = soundWal.clone();
      damaged[place] ^= 0x55;
      Files.write(wal, damaged);
      try (var server = new ServerFixture(data)) {
        Peer ben = server.join("Ben");
        long seq = ben.post("after the damage").seq();
        assertThat(seq).isGreaterThan(10);
        var log = (Response.Entries) ben.call(new Request.CatchUp(Peer.LOBBY, 0, null));
        assertThat(log.entries()).extracting(Entry::seq).containsExactly(range(1, seq));
      }
    }
  }

  private static Long[] range(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toArray(Long[]::new);
  }

  @Test
  void aFileOfANewerVersionOrOfAnotherProgramIsRefused() throws Exception {
    HearthServer.start(ServerFixture.config(data)).close();
    change("PRAGMA user_version = 99");
    refusal(ServerFixture.config(data), Reason.DATA_TOO_NEW);
    change("PRAGMA application_id = 7");
    refusal(ServerFixture.config(data), Reason.DATA_NOT_OURS);
  }

  @Test
  void whatCannotBeListenedOnIsSaid() {
    ServerConfig config = ServerFixture.config(data);
    assertThat(refusal(config.withBind("192.0.2.77"), Reason.ADDRESS_NOT_HERE).sentence())
        .isEqualTo("192.0.2.77 is not an address of this machine.");
    refusal(config.withBind("no.such.host.invalid"), Reason.ADDRESS_NOT_HERE);
    refusal(config.withPort(70_000), Reason.PORT_REFUSED);
  }

  @Test
  void anUnfitNameIsSaid() {
    ServerConfig named = new ServerConfig(data, " ").withPort(0);
    assertThat(refusal(named, Reason.NAME_UNFIT).sentence())
        .isEqualTo("The server name cannot be used: A name is needed.");
  }

  private void change(String sql) throws SQLException {
    String file = "jdbc:sqlite:" + data.resolve("hearth.db");
    try (var connection = DriverManager.getConnection(file);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static StartException refusal(ServerConfig config, Reason reason) {
    StartException refused =
        catchThrowableOfType(
            StartException.class,
            () -> {
              try (HearthServer server = HearthServer.start(config)) {
                throw new AssertionError("it listens on " + server.address());
              }
            });
    assertThat(refused.reason()).isEqualTo(reason);
    return refused;
  }
}

package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of a server process that is killed, or told to stop. [RestartSoak] kills it a
/// thousand times.
class RestartIT {
  private static final int KILLS = 5;
  private static final int ANSWERS_BEFORE_KILL = 600;
  private static final long SEED = 42;

  @TempDir Path data;

  @Test
  void nothingAnsweredIsLostAndNothingStandsTwiceOverManyKills() throws Exception {
    KillLoop loop = new KillLoop(data, ANSWERS_BEFORE_KILL, SEED);
    for (int i = 0; i < KILLS; i++) {
      loop.kill();
    }
    loop.finish();
    assertThat(loop.messages()).isGreaterThan(KILLS * 50);
  }

  @Test
  void theProcessSaysInOneLineWhereItListensAndEndsWell() throws Exception {
    try (ServerProcess server = ServerProcess.start(data)) {
      assertThat(server.line())
          .isEqualTo("Hearth \"Workshop\" listens on 127.0.0.1:" + server.port());
      Peer ann = Peer.join(server.port(), "Ann");
      assertThat(server.terminate()).isZero();
      assertThat(ann.awaitClosed()).isEqualTo(1001);
    }
  }
}

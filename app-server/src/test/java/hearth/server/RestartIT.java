package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server process that is told to stop. The bench module kills it in the middle of its work.
class RestartIT {
  @TempDir Path data;

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

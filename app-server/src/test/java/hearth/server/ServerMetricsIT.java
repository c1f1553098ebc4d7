package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Fault;
import hearth.protocol.Request;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerMetricsIT {
  @TempDir Path data;

  @Test
  void whatAServerCountsCanBeRead() throws StartException {
    try (ServerFixture server = new ServerFixture(data)) {
      Peer ann = server.join("Ann");
      Peer ben = server.join("Ben");
      ann.post("hello");
      Peer again = server.resume(ben.token());
      Peer stranger = server.connect();
      assertThat(stranger.refused(new Request.SetAway(true))).isEqualTo(Fault.NOT_JOINED);
      assertThat(again.overview().chats()).isNotEmpty();
      Map<String, Long> metrics = server.server().metrics();
      assertThat(metrics)
          .containsEntry("people.joined", 2L)
          .containsEntry("people.resumed", 1L)
          .containsEntry("connections.accepted", 4L)
          .containsEntry("connections.open", 4L)
          .containsEntry("messages.received", 5L)
          .containsEntry("requests.refused.not_joined", 1L)
          .containsEntry("requests.refused.rate_limited", 0L)
          .containsEntry("bytes.unread", 0L)
          .containsEntry("bugs", 0L)
          .containsKeys(
              "commits.p99.micros",
              "commits.queue",
              "publisher.queue",
              "store.reads",
              "tls.handshakes.waiting",
              "wal.bytes");
      assertThat(metrics.get("commits.writes")).isGreaterThanOrEqualTo(3L);
    }
  }
}

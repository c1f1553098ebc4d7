package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hearth.protocol.Entry;
import hearth.protocol.Response;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Request.CatchUp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopIT {
  @TempDir Path data;

  @Test
  void whatIsOnItsWayIsEitherStoredAndAnsweredOrRefused() throws StartException {
    try (var server = new ServerFixture(data)) {
      Peer ann = server.join("Ann");
      List<CompletableFuture<Response>> asked =
          IntStream.range(0, 2_000)
              .mapToObj(i -> ann.ask(Peer.postRequest("message " + i)))
              .toList();
      asked.getFirst().join();
      int port = server.port();
      server.restart();
      assertThat(ann.awaitClosed()).isEqualTo(1001);
      Set<Long> answered =
          asked.stream().map(StopIT::seq).filter(seq -> seq > 0).collect(Collectors.toSet());
      assertThat(stored(server.resume(ann.token()))).isEqualTo(answered);
      assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
          .as("the old port")
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void stoppingTwiceIsStoppingOnce() throws StartException {
    HearthServer server = HearthServer.start(ServerFixture.config(data));
    server.close();
    server.close();
    HearthServer.start(ServerFixture.config(data)).close();
  }

  /// The answer's seq, or 0 for what was refused because the server was stopping.
  private static long seq(CompletableFuture<Response> asked) {
    return asked
        .handle(
            (response, failed) -> {
              if (response instanceof Response.Appended appended) {
                return appended.seq();
              }
              if (failed instanceof FaultException refused) {
                assertThat(refused.fault()).isEqualTo(Fault.SERVER_STOPPING);
              }
              return 0L;
            })
        .join();
  }

  private static Set<Long> stored(Peer peer) {
    Set<Long> seqs = new HashSet<>();
    Response.Entries page;
    long last = 1;
    do {
      page = (Response.Entries) peer.call(new CatchUp(Peer.LOBBY, last, null));
      page.entries().stream().map(Entry::seq).forEach(seqs::add);
      last += page.entries().size();
    } while (page.more());
    return seqs;
  }
}

package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Limits;
import hearth.protocol.Notification.UserChanged;
import hearth.protocol.Presence;
import hearth.protocol.Request.CatchUp;
import hearth.protocol.Response;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlowReaderIT {
  /// About 16 KB each: as much as may wait, and as much again for the buffers of both systems,
  /// which take no more.
  private static final int MESSAGES = 130;

  @TempDir Path data;

  @Test
  void whoDoesNotKeepUpIsSentAwayWithACodeAndComesBack() throws StartException {
    try (var server = new ServerFixture(data, config -> config.withWriteQueueBytes(1L << 20))) {
      Peer ann = server.join("Ann");
      Peer ben = server.join("Ben");
      ben.stopReading();
      long head = flood(ann);
      ben.goOnReading();
      assertThat(ben.awaitClosed()).isEqualTo(Limits.CLOSE_TOO_SLOW);
      Peer again = server.resume(ben.token());
      var page = (Response.Entries) again.call(new CatchUp(Peer.LOBBY, head - 5, null));
      assertThat(page.entries()).hasSize(5);
    }
  }

  @Test
  void whoNeverReadsIsCutOffAndHoldsNobodyUp() throws StartException {
    try (var server = new ServerFixture(data, config -> config.withWriteQueueBytes(1L << 20))) {
      Peer ann = server.join("Ann");
      Peer ben = server.join("Ben");
      ben.stopReading();
      flood(ann);
      UserChanged gone =
          ann.await(UserChanged.class, told -> told.user().presence() == Presence.OFFLINE);
      assertThat(gone.user().id()).isEqualTo(ben.me());
      ben.goOnReading();
    }
  }

  private static long flood(Peer peer) {
    String text = "🔥".repeat(Limits.TEXT);
    Response last = new Response.Done();
    for (int i = 0; i < MESSAGES / 10; i++) {
      CompletableFuture<Response> answer = new CompletableFuture<>();
      for (int j = 0; j < 10; j++) {
        answer = peer.ask(Peer.postRequest(text));
      }
      last = answer.join();
    }
    return ((Response.Appended) last).seq();
  }
}

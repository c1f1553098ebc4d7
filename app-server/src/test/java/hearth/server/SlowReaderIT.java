package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Event.PresenceChanged;
import hearth.protocol.Limits;
import hearth.protocol.Presence;
import hearth.protocol.Reply;
import hearth.protocol.Request.CatchUp;
import hearth.protocol.Request.PostMessage;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlowReaderIT {
  /// More than what the system's own buffers take, about 16 KB each.
  private static final int MESSAGES = 1_500;

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
      var page = (Reply.Page) server.resume(ben.token()).call(new CatchUp(Peer.LOBBY, head - 5));
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
      PresenceChanged gone = ann.await(PresenceChanged.class);
      assertThat(gone.user().id()).isEqualTo(ben.me());
      assertThat(gone.user().presence()).isEqualTo(Presence.OFFLINE);
      ben.goOnReading();
    }
  }

  private static long flood(Peer peer) {
    String text = "🔥".repeat(Limits.TEXT);
    Reply last = new Reply.Done();
    for (int i = 0; i < MESSAGES / 10; i++) {
      CompletableFuture<Reply> answer = new CompletableFuture<>();
      for (int j = 0; j < 10; j++) {
        answer = peer.ask(new PostMessage(Peer.LOBBY, Peer.sendId(), text));
      }
      last = answer.join();
    }
    return ((Reply.Posted) last).seq();
  }
}

package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Action;
import hearth.protocol.Entry;
import hearth.protocol.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostIT {
  @TempDir Path data;

  @Test
  void everyMemberAndThePosterHearOfAMessage() throws StartException {
    try (var server = new ServerFixture(data)) {
      Peer ann = server.join("Ann");
      Peer ben = server.join("Ben");
      Response.Appended posted = ann.post("Good morning");
      assertThat(posted.seq()).isEqualTo(3); // after the two who came in
      for (Peer peer : List.of(ann, ben)) {
        Entry message = peer.awaitPost();
        assertThat(message.action()).isEqualTo(Action.Post.text("Good morning"));
        assertThat(message.author()).isEqualTo(ann.me());
        assertThat(message.seq()).isEqualTo(posted.seq());
        assertThat(message.at()).isEqualTo(posted.at());
      }
    }
  }

  @Test
  void allReadersSeeWhatManyWriteInOneOrderWithoutGaps() throws StartException {
    try (var server = new ServerFixture(data)) {
      int each = 200;
      List<Peer> peers = List.of(server.join("Ann"), server.join("Ben"), server.join("Cleo"));
      List<CompletableFuture<Response>> answers = new ArrayList<>();
      for (int i = 0; i < each; i++) {
        for (Peer peer : peers) {
          answers.add(peer.ask(Peer.postRequest("message " + i)));
        }
      }
      CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
      List<List<Entry>> seen = new ArrayList<>();
      for (Peer peer : peers) {
        List<Entry> messages = new ArrayList<>();
        while (messages.size() < each * peers.size()) {
          messages.add(peer.awaitPost());
        }
        seen.add(messages);
      }
      assertThat(seen.get(1)).isEqualTo(seen.get(0));
      assertThat(seen.get(2)).isEqualTo(seen.get(0));
      long seq = peers.size();
      for (Entry message : seen.get(0)) {
        assertThat(message.seq()).isEqualTo(++seq);
      }
    }
  }
}

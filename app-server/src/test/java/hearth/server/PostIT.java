package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Event.MessagePosted;
import hearth.protocol.Message;
import hearth.protocol.Reply;
import hearth.protocol.Request;
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
      Reply.Posted posted = ann.post("Good morning");
      assertThat(posted.seq()).isEqualTo(3); // after the two who came in
      for (Peer peer : List.of(ann, ben)) {
        Message message = peer.await(MessagePosted.class).message();
        assertThat(message.text()).isEqualTo("Good morning");
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
      List<CompletableFuture<Reply>> answers = new ArrayList<>();
      for (int i = 0; i < each; i++) {
        for (Peer peer : peers) {
          answers.add(peer.ask(new Request.PostMessage(Peer.LOBBY, Peer.sendId(), "message " + i)));
        }
      }
      CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
      List<List<Message>> seen = new ArrayList<>();
      for (Peer peer : peers) {
        List<Message> messages = new ArrayList<>();
        while (messages.size() < each * peers.size()) {
          messages.add(peer.await(MessagePosted.class).message());
        }
        seen.add(messages);
      }
      assertThat(seen.get(1)).isEqualTo(seen.get(0));
      assertThat(seen.get(2)).isEqualTo(seen.get(0));
      long seq = peers.size();
      for (Message message : seen.get(0)) {
        assertThat(message.seq()).isEqualTo(++seq);
      }
    }
  }
}

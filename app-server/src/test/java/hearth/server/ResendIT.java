package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Event.MessagePosted;
import hearth.protocol.Fault;
import hearth.protocol.Reply;
import hearth.protocol.Request;
import hearth.protocol.Request.PostMessage;
import hearth.protocol.SendId;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResendIT {
  @TempDir Path data;

  @Test
  void aMessageSentAgainIsAnsweredAsAtFirstAndToldOnce() throws StartException {
    try (var server = new ServerFixture(data)) {
      Peer ann = server.join("Ann");
      var post = new PostMessage(Peer.LOBBY, Peer.sendId(), "once");
      Reply first = ann.call(post);
      assertThat(ann.call(post)).isEqualTo(first);
      ann.post("after it");
      assertThat(ann.eventsUntilNow())
          .filteredOn(MessagePosted.class::isInstance)
          .extracting(event -> ((MessagePosted) event).message().text())
          .containsExactly("once", "after it");
    }
  }

  @Test
  void aMessageSentManyTimesAtOnceIsStoredOnce() throws StartException {
    try (var server = new ServerFixture(data)) {
      Peer ann = server.join("Ann");
      Peer tablet = server.resume(ann.token());
      var post = new PostMessage(Peer.LOBBY, Peer.sendId(), "once");
      List<CompletableFuture<Reply>> answers =
          Stream.of(ann, tablet, ann, tablet, ann, ann).map(peer -> peer.ask(post)).toList();
      assertThat(answers.stream().map(CompletableFuture::join).distinct()).hasSize(1);
      Reply.Posted next = ann.post("next");
      assertThat(next.seq()).isEqualTo(((Reply.Posted) answers.getFirst().join()).seq() + 1);
    }
  }

  @Test
  void aMessageSentAgainAfterARestartKeepsItsPlace() throws StartException {
    try (var server = new ServerFixture(data)) {
      Peer ann = server.join("Ann");
      var post = new PostMessage(Peer.LOBBY, Peer.sendId(), "once");
      Reply first = ann.call(post);
      server.restart();
      assertThat(server.resume(ann.token()).call(post)).isEqualTo(first);
    }
  }

  @Test
  void oneSendIdCannotMeanTwoThings() throws StartException {
    try (var server = new ServerFixture(data)) {
      Peer ann = server.join("Ann");
      Peer ben = server.join("Ben");
      SendId id = Peer.sendId();
      ann.call(new PostMessage(Peer.LOBBY, id, "one thing"));
      assertThat(ann.refused(new PostMessage(Peer.LOBBY, id, "another thing")))
          .isEqualTo(Fault.SEND_ID_REUSED);
      assertThat(ann.refused(new Request.CreateGroup(id, "one thing", List.of(ben.me()))))
          .isEqualTo(Fault.SEND_ID_REUSED);
      var direct = (Reply.ChatOpened) ann.call(new Request.OpenDirect(ben.me()));
      assertThat(ann.refused(new PostMessage(direct.chat().chat().id(), id, "one thing")))
          .isEqualTo(Fault.SEND_ID_REUSED);
      // It is the author's own: somebody else may come upon the same one.
      ben.call(new PostMessage(Peer.LOBBY, id, "another thing"));
    }
  }
}

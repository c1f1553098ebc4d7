package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Action;
import hearth.protocol.Entry;
import hearth.protocol.Request.Append;
import hearth.protocol.Response;
import hearth.protocol.Fault;
import hearth.protocol.Request;
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
      var post = Peer.postRequest("once");
      Response first = ann.call(post);
      assertThat(ann.call(post)).isEqualTo(first);
      ann.post("after it");
      assertThat(ann.entriesUntilNow())
          .extracting(Entry::action)
          .filteredOn(Action.Post.class::isInstance)
          .containsExactly(Action.Post.text("once"), Action.Post.text("after it"));
    }
  }

  @Test
  void aMessageSentManyTimesAtOnceIsStoredOnce() throws StartException {
    try (var server = new ServerFixture(data)) {
      Peer ann = server.join("Ann");
      Peer tablet = server.resume(ann.token());
      var post = Peer.postRequest("once");
      List<CompletableFuture<Response>> answers =
          Stream.of(ann, tablet, ann, tablet, ann, ann).map(peer -> peer.ask(post)).toList();
      assertThat(answers.stream().map(CompletableFuture::join).distinct()).hasSize(1);
      Response.Appended next = ann.post("next");
      assertThat(next.seq()).isEqualTo(((Response.Appended) answers.getFirst().join()).seq() + 1);
    }
  }

  @Test
  void aMessageSentAgainAfterARestartKeepsItsPlace() throws StartException {
    try (var server = new ServerFixture(data)) {
      Peer ann = server.join("Ann");
      var post = Peer.postRequest("once");
      Response first = ann.call(post);
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
      ann.call(new Append(Peer.LOBBY, id, Action.Post.text("one thing")));
      assertThat(ann.refused(new Append(Peer.LOBBY, id, Action.Post.text("another thing"))))
          .isEqualTo(Fault.SEND_ID_REUSED);
      assertThat(ann.refused(new Request.CreateGroup(id, "one thing", List.of(ben.me()))))
          .isEqualTo(Fault.SEND_ID_REUSED);
      var direct = (Response.ChatOpened) ann.call(new Request.OpenDirect(ben.me()));
      assertThat(ann.refused(new Append(direct.chat().chat().id(), id, Action.Post.text("one thing"))))
          .isEqualTo(Fault.SEND_ID_REUSED);
      // It is the author's own: somebody else may come upon the same one.
      ben.call(new Append(Peer.LOBBY, id, Action.Post.text("another thing")));
    }
  }
}

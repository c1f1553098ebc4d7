package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.Content;
import hearth.protocol.Entry;
import hearth.protocol.Fault;
import hearth.protocol.Forwarded;
import hearth.protocol.Mentions;
import hearth.protocol.Request;
import hearth.protocol.UserId;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ben forwards what Ann has said to him.
class ForwardIT {
  @TempDir Path data;
  private ServerFixture server;
  private Peer ann;
  private Peer ben;
  private Peer cleo;
  private ChatId direct;
  private long said;

  @BeforeEach
  void start() throws StartException {
    server = new ServerFixture(data);
    ann = server.join("Ann");
    ben = server.join("Ben");
    cleo = server.join("Cleo");
    direct = Peers.opened(ann.call(new Request.OpenDirect(ben.me()))).chat().id();
    said = ann.post(direct, "the words").seq();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Action.Post repeating(String words, UserId author) {
    return repeating(words, author, direct, said);
  }

  private static Action.Post repeating(String words, UserId author, ChatId chat, long seq) {
    return new Action.Post(
        new Content.Text(words), 0, new Forwarded(author, new Forwarded.Origin(chat, seq)));
  }

  private Action.Post kept() {
    return new Action.Post(new Content.Text("the words"), 0, new Forwarded(ann.me(), null));
  }

  @Test
  void itIsToldWhoseWordsTheyWereButNotWhere() throws StartException {
    ben.append(repeating("the words", ann.me()));
    Entry told = cleo.awaitPost();
    assertThat(told.author()).isEqualTo(ben.me());
    assertThat(told.action()).isEqualTo(kept());
    server.restart();
    Peer again = server.resume(cleo.token());
    assertThat(again.row(told.seq()).entry()).isEqualTo(told);
    assertThat(again.catchUp(told.seq() - 1)).containsExactly(told);
  }

  @Test
  void theFirstAuthorStays() {
    long seq = ben.append(repeating("the words", ann.me())).seq();
    ChatId notes = Peers.opened(cleo.call(new Request.OpenDirect(cleo.me()))).chat().id();
    cleo.append(notes, repeating("the words", ann.me(), Peer.LOBBY, seq));
    assertThat(cleo.refused(Peer.request(notes, repeating("the words", ben.me(), Peer.LOBBY, seq))))
        .isEqualTo(Fault.MESSAGE_UNKNOWN);
  }

  @Test
  void nobodyIsSaidToHaveSaidWhatTheyHaveNot() {
    assertThat(ben.refused(Peer.request(Peer.LOBBY, repeating("other words", ann.me()))))
        .isEqualTo(Fault.MESSAGE_UNKNOWN);
    assertThat(ben.refused(Peer.request(Peer.LOBBY, repeating("the words", cleo.me()))))
        .isEqualTo(Fault.MESSAGE_UNKNOWN);
    assertThat(cleo.refused(Peer.request(Peer.LOBBY, repeating("the words", ann.me()))))
        .as("she cannot read it")
        .isEqualTo(Fault.MESSAGE_UNKNOWN);
    long seq = ben.append(repeating("the words", ann.me())).seq();
    assertThat(
            ben.refused(
                Peer.request(Peer.LOBBY, new Action.Edit(seq, new Content.Text("other words")))))
        .isEqualTo(Fault.NOT_ALLOWED);
  }

  @Test
  void theSameAgainIsAnsweredTheSameThoughTheWordsAreGone() {
    Request.Append request = Peer.request(Peer.LOBBY, repeating("the words", ann.me()));
    long seq = ben.append(request).seq();
    ann.append(direct, new Action.Delete(said));
    assertThat(ben.append(request).seq()).isEqualTo(seq);
    assertThat(ben.refused(Peer.request(Peer.LOBBY, repeating("the words", ann.me()))))
        .isEqualTo(Fault.MESSAGE_UNKNOWN);
  }

  @Test
  void nobodyIsMentionedASecondTime() {
    String words = "look, " + Mentions.of(cleo.me());
    long seq = ann.post(direct, words).seq();
    ben.append(repeating(words, ann.me(), direct, seq));
    assertThat(server.resume(cleo.token()).overview().chats().getFirst().mine().mentions())
        .isZero();
  }
}

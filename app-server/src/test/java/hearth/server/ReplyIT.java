package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Action;
import hearth.protocol.Action.Delete;
import hearth.protocol.Action.Edit;
import hearth.protocol.Action.Post;
import hearth.protocol.ChatId;
import hearth.protocol.Content.Text;
import hearth.protocol.Entry;
import hearth.protocol.Fault;
import hearth.protocol.Notification.EntryAppended;
import hearth.protocol.Page;
import hearth.protocol.Request.Append;
import hearth.protocol.Request.OpenDirect;
import hearth.protocol.Request.Side;
import hearth.protocol.Response;
import hearth.protocol.Row;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ann has a desk and a tablet; Ben is offline for a while.
class ReplyIT {
  @TempDir Path data;
  private ServerFixture server;
  private Peer ann;
  private Peer tablet;
  private Peer ben;

  @BeforeEach
  void start() throws StartException {
    server = new ServerFixture(data);
    ann = server.join("Ann");
    tablet = server.resume(ann.token());
    ben = server.join("Ben");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aReplyBringsTheMessageThatItAnswers() {
    long question = ben.post("Tea or coffee?").seq();
    ben.close();
    for (int i = 0; i < 10; i++) {
      ann.post("message " + i);
    }
    long answer = ann.append(reply("Tea", question)).seq();
    Entry told = tablet.await(EntryAppended.class, next -> next.entry().seq() == answer).entry();
    assertThat(told.action()).isEqualTo(reply("Tea", question));

    Peer back = server.resume(ben.token());
    assertThat(back.catchUp(answer - 1)).containsExactly(told);
    Page page = back.history(Side.BEFORE, answer + 1, 3);
    assertThat(page.rows().getLast().entry()).isEqualTo(told);
    assertThat(page.quoted()).containsExactly(back.row(question));
    assertThat(back.history(Side.BEFORE, answer + 1, 100).quoted())
        .as("quotes within the page")
        .isEmpty();
  }

  @Test
  void theQuoteFollowsEditsAndDeletions() {
    long question = ben.post("Tee or coffee?").seq();
    long answer = ann.append(reply("Tea", question)).seq();
    ben.append(new Edit(question, new Text("Tea or coffee?")));
    assertThat(quoted(answer).content()).isEqualTo(new Text("Tea or coffee?"));
    ben.append(new Delete(question));
    assertThat(quoted(answer).erased()).isTrue();
    assertThat(ann.row(answer).entry().action()).isEqualTo(reply("Tea", question));
  }

  private Row quoted(long answer) {
    return tablet.history(Side.AROUND, answer, 1).quoted().getFirst();
  }

  @Test
  void aReplyWhoseAnswerWasLostIsStoredOnceEvenIfTheQuestionIsGone() {
    long question = ben.post("Tea or coffee?").seq();
    Append request = Peer.request(Peer.LOBBY, reply("Tea", question));
    server.askAndLoseTheAnswer(ann, request, tablet);
    ben.append(new Delete(question));
    assertThat(ann.append(request).seq()).isEqualTo(question + 1);
    assertThat(ann.refused(new Append(Peer.LOBBY, request.sendId(), Post.text("Tea"))))
        .as("without the quote it is another message")
        .isEqualTo(Fault.SEND_ID_REUSED);
  }

  @Test
  void onlyMessagesOfTheSameChatAreAnswered() {
    long elsewhere = ann.post("in the lobby").seq();
    ChatId direct = ((Response.ChatOpened) ann.call(new OpenDirect(ben.me()))).chat().chat().id();
    for (long none : new long[] {1, elsewhere, 99}) {
      assertThat(ann.refused(Peer.request(direct, reply("Yes", none))))
          .isEqualTo(Fault.MESSAGE_UNKNOWN);
    }
    assertThat(ann.refused(Peer.request(Peer.LOBBY, reply("Welcome", 1))))
        .as("coming into the chat is no message")
        .isEqualTo(Fault.MESSAGE_UNKNOWN);
    Peer cleo = server.join("Cleo");
    long inside = ann.post(direct, "between us").seq();
    assertThat(cleo.refused(Peer.request(direct, reply("And me?", inside))))
        .isEqualTo(Fault.CHAT_UNKNOWN);
  }

  private static Action reply(String text, long replyTo) {
    return new Post(new Text(text), replyTo);
  }
}

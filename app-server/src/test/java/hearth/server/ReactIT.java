package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Action.Post;
import hearth.protocol.Action.React;
import hearth.protocol.ChatId;
import hearth.protocol.Entry;
import hearth.protocol.Fault;
import hearth.protocol.Limits;
import hearth.protocol.Notification.EntryAppended;
import hearth.protocol.Reaction;
import hearth.protocol.Request.Append;
import hearth.protocol.Request.OpenDirect;
import hearth.protocol.Response;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ann has a desk and a tablet; Ben is offline for a while.
class ReactIT {
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
  void aReactionShowsOnAllDevicesAndToSomeoneWhoComesBack() {
    long seq = ben.post("cake in the kitchen").seq();
    ben.append(react(seq, "🎂"));
    ben.close();
    ann.append(react(seq, "👍"));
    Response.Appended last = tablet.append(react(seq, "🎂"));
    assertThat(ann.await(EntryAppended.class, told -> told.entry().seq() == last.seq()))
        .isNotNull();
    Entry first = tablet.awaitEntry(React.class);
    assertThat(first.target()).isEqualTo(seq);

    Peer back = server.resume(ben.token());
    assertThat(back.catchUp(last.seq() - 2))
        .extracting(Entry::action)
        .containsExactly(react(seq, "👍"), react(seq, "🎂"));
    assertThat(back.row(seq).reactions())
        .containsExactly(
            new Reaction("🎂", List.of(ben.me(), ann.me())), new Reaction("👍", List.of(ann.me())));
    assertThat(back.row(seq).editedAt()).isNull();
  }

  @Test
  void oneReactionIsGivenOnceFromAllDevicesAndTakenBackOnce() {
    long seq = ben.post("cake").seq();
    Response.Appended given = ann.append(react(seq, "👍"));
    assertThat(tablet.append(react(seq, "👍"))).as("is there already").isEqualTo(given);
    Response.Appended taken = tablet.append(new React(seq, "👍", false));
    assertThat(taken.seq()).isEqualTo(given.seq() + 1);
    assertThat(ann.append(new React(seq, "👍", false))).as("is gone already").isEqualTo(taken);
    assertThat(ann.row(seq).reactions()).isEmpty();
    assertThat(ann.post("next").seq()).isEqualTo(taken.seq() + 1);
  }

  @Test
  void aReactionWhoseAnswerWasLostIsStoredOnce() {
    long seq = ben.post("cake").seq();
    Append request = Peer.request(Peer.LOBBY, react(seq, "👍"));
    server.askAndLoseTheAnswer(ann, request, tablet);
    tablet.append(new React(seq, "👍", false));
    assertThat(ann.append(request).seq()).isEqualTo(seq + 1);
    assertThat(ann.row(seq).reactions()).as("taken back since").isEmpty();
    assertThat(ann.catchUp(seq)).hasSize(2);
  }

  @Test
  void onlyMembersReactAndOnlyToMessages() {
    for (long none : new long[] {1, 99}) {
      assertThat(ann.refused(Peer.request(Peer.LOBBY, react(none, "👍"))))
          .isEqualTo(Fault.MESSAGE_UNKNOWN);
    }
    ChatId direct = ((Response.ChatOpened) ann.call(new OpenDirect(ben.me()))).chat().chat().id();
    long inside = ann.append(direct, Post.text("between us")).seq();
    assertThat(server.join("Cleo").refused(Peer.request(direct, react(inside, "👀"))))
        .isEqualTo(Fault.CHAT_UNKNOWN);
  }

  @Test
  void aMessageHasABoundedNumberOfDifferentReactions() {
    long seq = ben.post("cake").seq();
    for (int i = 0; i < Limits.REACTIONS; i++) {
      ann.append(react(seq, Character.toString(0x1F34F + i)));
    }
    assertThat(ben.refused(Peer.request(Peer.LOBBY, react(seq, "👍"))))
        .isEqualTo(Fault.REACTIONS_TOO_MANY);
    ben.append(react(seq, Character.toString(0x1F34F)));
  }

  private static React react(long target, String emoji) {
    return new React(target, emoji, true);
  }
}

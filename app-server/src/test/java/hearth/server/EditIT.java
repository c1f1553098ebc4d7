package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Action.Edit;
import hearth.protocol.ChatId;
import hearth.protocol.Content.Text;
import hearth.protocol.Entry;
import hearth.protocol.Fault;
import hearth.protocol.Request.Append;
import hearth.protocol.Request.FetchVersions;
import hearth.protocol.Request.OpenDirect;
import hearth.protocol.Response;
import hearth.protocol.Row;
import hearth.protocol.Version;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ann has a desk and a tablet; Ben is offline for a while.
class EditIT {
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
  void anEditShowsOnAllDevicesAndToSomeoneWhoComesBack() {
    long seq = ann.post("a tpyo").seq();
    ben.awaitPost();
    ben.close();
    Response.Appended edited = ann.append(edit(seq, "a typo"));
    Entry told = tablet.awaitEntry(Edit.class);
    assertThat(told.action()).isEqualTo(edit(seq, "a typo"));
    assertThat(told.seq()).isEqualTo(edited.seq());

    Peer back = server.resume(ben.token());
    assertThat(back.catchUp(seq)).containsExactly(told);
    Row row = back.row(seq);
    assertThat(row.content()).isEqualTo(new Text("a typo"));
    assertThat(row.editedAt()).isEqualTo(edited.at());
    assertThat(row.changed()).isEqualTo(edited.seq());
    assertThat(back.overview().chats().getFirst().last()).isEqualTo(row);
    assertThat(((Response.Versions) back.call(new FetchVersions(Peer.LOBBY, seq))).versions())
        .containsExactly(
            new Version(row.at(), new Text("a tpyo")),
            new Version(edited.at(), new Text("a typo")));
  }

  @Test
  void anEditWhoseAnswerWasLostIsStoredOnce() {
    long seq = ann.post("a tpyo").seq();
    Append request = Peer.request(Peer.LOBBY, edit(seq, "a typo"));
    server.askAndLoseTheAnswer(ann, request, tablet);
    ann.append(edit(seq, "changed since"));
    assertThat(ann.append(request).seq()).isEqualTo(seq + 1);
    assertThat(ann.row(seq).content()).isEqualTo(new Text("changed since"));
    assertThat(ann.catchUp(seq)).hasSize(2);
  }

  @Test
  void theSameTextAgainMakesNoEntry() {
    long seq = ann.post("a text").seq();
    assertThat(ann.append(edit(seq, "a text")).seq()).isEqualTo(seq);
    assertThat(ann.row(seq).editedAt()).isNull();
    assertThat(ann.post("next").seq()).isEqualTo(seq + 1);
  }

  @Test
  void onlyTheAuthorMayEditAndOnlyMessages() {
    long seq = ben.post("Ben's own").seq();
    assertThat(ann.refused(Peer.request(Peer.LOBBY, edit(seq, "the owner's"))))
        .isEqualTo(Fault.NOT_ALLOWED);
    for (long none : new long[] {1, seq + 1}) {
      assertThat(ann.refused(Peer.request(Peer.LOBBY, edit(none, "nothing"))))
          .isEqualTo(Fault.MESSAGE_UNKNOWN);
    }
    ChatId direct = openDirect();
    long inside = ann.post(direct, "between us").seq();
    Peer cleo = server.join("Cleo");
    assertThat(cleo.refused(Peer.request(direct, edit(inside, "let me in"))))
        .isEqualTo(Fault.CHAT_UNKNOWN);
    assertThat(cleo.refused(new FetchVersions(direct, inside))).isEqualTo(Fault.CHAT_UNKNOWN);
    assertThat(ben.entriesUntilNow()).extracting(Entry::action).noneMatch(Edit.class::isInstance);
  }

  @Test
  void ofManyEditsFromTwoDevicesTheLastStands() {
    long seq = ann.post("0").seq();
    Stream.of(1, 2, 3, 4)
        .map(i -> (i % 2 == 0 ? ann : tablet).ask(Peer.request(Peer.LOBBY, edit(seq, "edit " + i))))
        .toList()
        .forEach(CompletableFuture::join);
    Entry last = ben.catchUp(seq).getLast();
    assertThat(ben.row(seq).content()).isEqualTo(((Edit) last.action()).content());
    assertThat(ben.row(seq).changed()).isEqualTo(last.seq()).isEqualTo(seq + 4);
  }

  private ChatId openDirect() {
    return ((Response.ChatOpened) ann.call(new OpenDirect(ben.me()))).chat().chat().id();
  }

  private static Edit edit(long target, String text) {
    return new Edit(target, new Text(text));
  }
}

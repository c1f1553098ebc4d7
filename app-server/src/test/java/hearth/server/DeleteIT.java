package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Action;
import hearth.protocol.Action.Delete;
import hearth.protocol.Action.Edit;
import hearth.protocol.Action.React;
import hearth.protocol.ChatId;
import hearth.protocol.Content.Erased;
import hearth.protocol.Content.Text;
import hearth.protocol.Entry;
import hearth.protocol.Fault;
import hearth.protocol.Request.Append;
import hearth.protocol.Request.FetchVersions;
import hearth.protocol.Request.OpenDirect;
import hearth.protocol.Request.Side;
import hearth.protocol.Response;
import hearth.protocol.Row;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ann has a desk and a tablet; Ben is offline for a while.
class DeleteIT {
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

  private static final String SECRET = "never to be read again";

  /// A message with an edit and a reaction.
  private long postSecret() {
    long seq = ann.post(SECRET).seq();
    ann.append(new Edit(seq, new Text(SECRET + ", edited")));
    ben.append(new React(seq, "🔥", true));
    return seq;
  }

  @Test
  void theTextIsGoneFromEveryAnswerAndATraceStays() {
    long seq = postSecret();
    ben.close();
    Response.Appended deleted = ann.append(new Delete(seq));
    Entry told = tablet.awaitEntry(Delete.class);
    assertThat(told.seq()).isEqualTo(deleted.seq());

    Peer back = server.resume(ben.token());
    assertThat(back.catchUp(deleted.seq() - 1)).containsExactly(told);
    Row row = back.row(seq);
    assertThat(row.erased()).isTrue();
    assertThat(row.author()).isEqualTo(ann.me());
    assertThat(row.editedAt()).isNull();
    assertThat(row.reactions()).isEmpty();
    assertThat(back.refused(new FetchVersions(Peer.LOBBY, seq))).isEqualTo(Fault.MESSAGE_UNKNOWN);
    assertThat(
            List.of(
                back.catchUp(0),
                back.history(Side.BEFORE, deleted.seq() + 1, 100),
                back.overview(),
                server.overview(ann)))
        .noneMatch(answer -> answer.toString().contains(SECRET))
        .anyMatch(answer -> answer.toString().contains(new Erased().toString()));
  }

  @Test
  void theTextIsGoneFromDatabaseAndLogSoonAfter() throws IOException {
    long seq = postSecret();
    for (int i = 0; i < 50; i++) {
      ben.post("message " + i);
    }
    assertThat(onDisk()).isTrue();
    ann.append(new Delete(seq));
    for (int looks = 0; onDisk(); looks++) {
      assertThat(looks).as("looks at the disk").isLessThan(10_000);
      Thread.onSpinWait();
    }
  }

  private boolean onDisk() throws IOException {
    for (String name : List.of("hearth.db", "hearth.db-wal")) {
      if (Files.readString(data.resolve(name), StandardCharsets.ISO_8859_1).contains(SECRET)) {
        return true;
      }
    }
    return false;
  }

  @Test
  void aDeletionWhoseAnswerWasLostIsStoredOnce() {
    Append post = Peer.postRequest(SECRET);
    long seq = ann.append(post).seq();
    Append request = Peer.request(Peer.LOBBY, new Delete(seq));
    server.askAndLoseTheAnswer(ann, request, tablet);
    assertThat(ann.append(request).seq()).isEqualTo(seq + 1);
    assertThat(ann.append(post).seq()).as("the message sent again").isEqualTo(seq);
    assertThat(ann.refused(Peer.request(Peer.LOBBY, new Delete(seq))))
        .isEqualTo(Fault.MESSAGE_UNKNOWN);
    assertThat(ann.row(seq).erased()).isTrue();
    assertThat(ann.post("next").seq()).isEqualTo(seq + 2);
  }

  @Test
  void whatIsDeletedCannotBeChangedAnyMore() {
    long seq = ann.post("gone soon").seq();
    tablet.append(new Delete(seq));
    for (Action late : List.of(new Edit(seq, new Text("late")), new React(seq, "👍", true))) {
      assertThat(ann.refused(Peer.request(Peer.LOBBY, late))).isEqualTo(Fault.MESSAGE_UNKNOWN);
    }
  }

  @Test
  void authorAndOwnerMayDeleteAndNobodyElse() {
    long annsOwn = ann.post("Ann's").seq();
    long bens = ben.post("Ben's").seq();
    assertThat(ben.refused(Peer.request(Peer.LOBBY, new Delete(annsOwn))))
        .isEqualTo(Fault.NOT_ALLOWED);
    ann.append(new Delete(bens)); // Ann owns the lobby
    ChatId direct = ((Response.ChatOpened) ann.call(new OpenDirect(ben.me()))).chat().chat().id();
    long inside = ann.post(direct, "between us").seq();
    Peer cleo = server.join("Cleo");
    assertThat(cleo.refused(Peer.request(direct, new Delete(inside))))
        .isEqualTo(Fault.CHAT_UNKNOWN);
    assertThat(ben.refused(Peer.request(direct, new Delete(inside))))
        .as("nobody owns a direct chat")
        .isEqualTo(Fault.NOT_ALLOWED);
  }
}

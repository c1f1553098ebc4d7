package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Action;
import hearth.protocol.ChatOverview;
import hearth.protocol.Content;
import hearth.protocol.Mentions;
import hearth.protocol.Request;
import hearth.protocol.Response;
import hearth.protocol.UserId;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ann mentions Ben, who is away.
class MentionIT {
  @TempDir Path data;
  private ServerFixture server;
  private Peer ann;
  private Peer ben;

  @BeforeEach
  void start() throws StartException {
    server = new ServerFixture(data);
    ann = server.join("Ann");
    ben = server.join("Ben");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private ChatOverview.Mine lobbyOf(Peer peer) {
    return server.resume(peer.token()).overview().chats().getFirst().mine();
  }

  @Test
  void mentionsAreCountedUntilTheyAreRead() {
    ann.post("nobody");
    long second = ann.post("hello " + Mentions.of(ben.me())).seq();
    ann.post("all of you: " + Mentions.ALL);
    assertThat(lobbyOf(ben).unread()).isEqualTo(3);
    assertThat(lobbyOf(ben).mentions()).isEqualTo(2);
    assertThat(lobbyOf(ann).mentions()).as("one's own words").isZero();
    ben.call(new Request.MarkRead(Peer.LOBBY, second));
    assertThat(lobbyOf(ben).mentions()).isEqualTo(1);
    Response.Unread counted =
        (Response.Unread) ben.call(new Request.CountUnread(Peer.LOBBY, second));
    assertThat(counted.mentions()).isEqualTo(1);
  }

  @Test
  void aMessageThatNamesSomebodyTwiceMentionsThemOnce() {
    ann.post(Mentions.of(ben.me()) + Mentions.of(ben.me()) + Mentions.ALL);
    assertThat(lobbyOf(ben).mentions()).isEqualTo(1);
  }

  @Test
  void whatIsEditedMentionsOthersAndWhatIsDeletedNobody() {
    long seq = ann.post("hello").seq();
    ann.append(new Action.Edit(seq, new Content.Text("hello " + Mentions.of(ben.me()))));
    assertThat(lobbyOf(ben).mentions()).isEqualTo(1);
    ann.append(new Action.Edit(seq, new Content.Text("hello " + Mentions.ALL)));
    assertThat(lobbyOf(ben).mentions()).isEqualTo(1);
    ann.append(new Action.Edit(seq, new Content.Text("hello")));
    assertThat(lobbyOf(ben).mentions()).isZero();
    long again = ann.post(Mentions.ALL).seq();
    ann.append(new Action.Delete(again));
    assertThat(lobbyOf(ben).mentions()).isZero();
  }

  @Test
  void aTextFullOfNamesIsTakenAndMentionsFew() {
    ann.post(
        LongStream.range(1, 600)
            .mapToObj(id -> Mentions.of(new UserId(id)))
            .collect(Collectors.joining()));
    assertThat(lobbyOf(ben).mentions()).isEqualTo(1);
    for (String odd : List.of("<@", "<@>", "<@99999999999999999999>", "<@0>", "<@ 2>", "<@2")) {
      ann.post(odd);
    }
    assertThat(lobbyOf(ben).mentions()).isEqualTo(1);
  }

  @Test
  void theSameAgainIsOneMention() {
    Request.Append request = Peer.postRequest(Mentions.of(ben.me()));
    ann.append(request);
    ann.append(request);
    assertThat(lobbyOf(ben).mentions()).isEqualTo(1);
  }
}

package hearth.server;

import static hearth.server.Peer.LOBBY;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.Joining;
import hearth.client.link.Address;
import hearth.client.link.WebSocketLink;
import hearth.client.model.ChatItem.Progress;
import hearth.client.model.Picture;
import hearth.client.model.TimelineRow;
import hearth.client.store.Identity;
import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.Content;
import hearth.protocol.Presence;
import hearth.protocol.Reaction;
import hearth.protocol.Row;
import hearth.protocol.Sign;
import hearth.server.config.Encryption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The client core and the server together: real sockets, real files on both sides.
class ClientsIT {
  @TempDir Path folder;
  private final CountingConnector catchUps = new CountingConnector("catchUp");
  private HearthServer server;
  private Device mira;
  private Device bo;

  @BeforeEach
  void twoPeople() throws Exception {
    start(0);
    mira = Device.join(folder.resolve("Mira"), address(), catchUps);
    bo = Device.join(folder.resolve("Bo"), address());
    mira.await(p -> p.chat(LOBBY).orElseThrow().chat().members().size() == 2);
  }

  @AfterEach
  void end() {
    mira.close();
    bo.close();
    server.close();
  }

  private void start(int port) throws StartException {
    server =
        HearthServer.start(
            ServerFixture.config(folder.resolve("data"))
                .with(new Encryption.OwnKey())
                .withPort(port));
  }

  private int stop() {
    int port = server.port();
    server.close();
    mira.await(p -> !p.online());
    return port;
  }

  private Address address() {
    return new Address("127.0.0.1", server.port());
  }

  @Test
  void twoPeopleTalkAndSeeTicks() {
    mira.post("Hello Bo");
    bo.await(p -> p.messages(LOBBY).size() == 1);
    assertThat(bo.picture().chat(LOBBY).orElseThrow().reading().unread()).isEqualTo(1);
    long seq = bo.picture().messages(LOBBY).getFirst().seq();

    mira.await(p -> progress(p, seq) == Progress.DELIVERED);
    bo.client().markRead(LOBBY, seq);
    mira.await(p -> progress(p, seq) == Progress.READ);
    bo.await(p -> p.chat(LOBBY).orElseThrow().reading().unread() == 0);
  }

  private static Progress progress(Picture picture, long seq) {
    return picture.chat(LOBBY).orElseThrow().receipts().progressOf(seq);
  }

  @Test
  void typingAndPresenceAreSeen() {
    bo.client().show(LOBBY, Sign.TYPING);
    mira.await(p -> p.chat(LOBBY).orElseThrow().showing(Sign.TYPING).equals(List.of(bo.me())));
    bo.client().away(true);
    mira.await(p -> p.person("Bo").orElseThrow().presence() == Presence.AWAY);
    bo.close();
    mira.await(p -> p.person("Bo").orElseThrow().presence() == Presence.OFFLINE);
  }

  @Test
  void directChatsAndGroupsAppearOnBothSides() throws Exception {
    ChatId direct = mira.client().openDirect(bo.me()).get();
    bo.await(p -> p.chat(direct).isPresent());
    assertThat(bo.client().openDirect(mira.me()).get()).isEqualTo(direct);

    ChatId group = bo.client().createGroup("Robot team", List.of(mira.me())).get();
    mira.await(p -> p.chat(group).isPresent());
    assertThat(mira.picture().chat(group).orElseThrow().chat().title()).isEqualTo("Robot team");
    mira.client().append(group, Action.Post.text("In the group"));
    bo.await(p -> p.chat(group).orElseThrow().reading().unread() == 1);
  }

  @Test
  void whatIsWrittenWhileTheServerIsDownArrivesOnceAndInOneOrder() throws Exception {
    mira.post("before");
    bo.await(p -> p.messages(LOBBY).size() == 1);
    int port = stop();
    bo.await(p -> !p.online());
    for (int i = 0; i < 20; i++) {
      mira.post("mira " + i);
      bo.post("bo " + i);
    }
    mira.await(p -> p.rows(LOBBY).getLast() instanceof TimelineRow.Unsent);

    start(port);
    mira.await(p -> p.messages(LOBBY).size() == 41);
    bo.await(p -> p.messages(LOBBY).size() == 41);
    assertThat(mira.texts()).isEqualTo(bo.texts()).doesNotHaveDuplicates();
    assertThat(mira.texts().stream().filter(text -> text.startsWith("mira")).toList())
        .isEqualTo(IntStream.range(0, 20).mapToObj(i -> "mira " + i).toList());
  }

  @Test
  void whatIsChangedWhileTheServerIsDownShowsAtOnceAndIsSentOnce() throws Exception {
    for (String text : List.of("a typo", "a mistake", "a joke")) {
      mira.post(text);
    }
    bo.await(p -> p.messages(LOBBY).size() == 3);
    mira.await(p -> p.messages(LOBBY).size() == 3);
    List<Long> seqs = mira.picture().messages(LOBBY).stream().map(Row::seq).toList();
    int port = stop();
    mira.append(new Action.Edit(seqs.get(0), new Content.Text("no typo")));
    mira.append(new Action.Delete(seqs.get(1)));
    mira.append(new Action.React(seqs.get(2), "👍", true));
    mira.await(ClientsIT::isChanged);
    assertThat(mira.picture().rows(LOBBY)).filteredOn(ClientsIT::isPending).hasSize(3);

    start(port);
    bo.await(ClientsIT::isChanged);
    mira.await(p -> isChanged(p) && p.rows(LOBBY).stream().noneMatch(ClientsIT::isPending));
    assertThat(bo.picture().messages(LOBBY)).isEqualTo(mira.picture().messages(LOBBY));
    Row liked = bo.picture().messages(LOBBY).getLast();
    assertThat(liked.reactions()).containsExactly(new Reaction("👍", List.of(mira.me())));
    assertThat(bo.picture().messages(LOBBY).getFirst().editedAt()).isNotNull();
    assertThat(bo.picture().chat(LOBBY).orElseThrow().reading().head())
        .as("one entry for each")
        .isEqualTo(seqs.getLast() + 3);
  }

  /// Whether the three changes show.
  private static boolean isChanged(Picture picture) {
    List<TimelineRow> rows =
        picture.rows(LOBBY).stream().filter(row -> row.content() != null).toList();
    return rows.size() == 3
        && new Content.Text("no typo").equals(rows.get(0).content())
        && rows.get(1).content() instanceof Content.Erased
        && rows.get(2) instanceof TimelineRow.Committed liked
        && liked.row().reactions().size() == 1;
  }

  private static boolean isPending(TimelineRow row) {
    return row instanceof TimelineRow.Committed committed && committed.pending();
  }

  @Test
  void onesOwnMessagesCauseNoCatchUp() {
    int before = catchUps.sent();
    for (int i = 0; i < 50; i++) {
      mira.post("message " + i);
    }
    mira.await(p -> p.messages(LOBBY).size() == 50);
    bo.await(p -> p.messages(LOBBY).size() == 50);
    assertThat(catchUps.sent()).isEqualTo(before);
  }

  @Test
  void aDeviceShowsItsLastStateBeforeTheServerAnswersAndCatchesUpAfterwards() {
    mira.post("first");
    bo.await(p -> p.messages(LOBBY).size() == 1);
    bo.close();
    for (int i = 0; i < 300; i++) {
      mira.post("later " + i);
    }
    mira.await(p -> p.messages(LOBBY).size() == 301);

    bo.startAgain();
    bo.await(p -> p.messages(LOBBY).size() == 301);
    assertThat(bo.picture().messages(LOBBY)).isEqualTo(mira.picture().messages(LOBBY));
    assertThat(bo.picture().chat(LOBBY).orElseThrow().reading().unread()).isEqualTo(301);
  }

  @Test
  void joiningAgainFromTheSameDeviceIsTheSamePerson() throws Exception {
    var address = new Address("localhost", server.port());
    Identity again =
        new Joining(WebSocketLink::open, bo.servers()).join(address, "Somebody else").get();
    assertThat(again.me()).isEqualTo(bo.me());
    assertThat(again.address()).isEqualTo(address);
  }
}

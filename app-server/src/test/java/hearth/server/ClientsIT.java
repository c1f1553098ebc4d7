package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.ChatItem.Progress;
import hearth.client.HearthClient;
import hearth.client.Identity;
import hearth.client.Joining;
import hearth.client.Picture;
import hearth.client.Row;
import hearth.client.link.Address;
import hearth.client.link.WebSocketLink;
import hearth.client.store.ProfileFolder;
import hearth.protocol.ChatId;
import hearth.protocol.Message;
import hearth.protocol.Presence;
import hearth.protocol.UserId;
import hearth.server.config.Encryption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The client core and the server together: real sockets, real files on both sides.
class ClientsIT {
  private static final ChatId LOBBY = new ChatId(1);

  @TempDir Path folder;
  private HearthServer server;
  private Person mira;
  private Person bo;

  @BeforeEach
  void twoPeople() throws Exception {
    server =
        HearthServer.start(
            ServerFixture.config(folder.resolve("data")).with(new Encryption.OwnKey()));
    mira = new Person("Mira");
    bo = new Person("Bo");
    mira.await(p -> p.chat(LOBBY).orElseThrow().chat().members().size() == 2);
  }

  @AfterEach
  void end() {
    mira.client.close();
    bo.client.close();
    server.close();
  }

  /// Somebody with a device.
  private final class Person {
    private final ProfileFolder profile;
    private final Picture picture = new Picture();
    private final Identity identity;
    private HearthClient client;

    Person(String name) throws Exception {
      profile = new ProfileFolder(folder.resolve(name));
      var address = new Address("127.0.0.1", server.port());
      identity = new Joining(WebSocketLink::open, profile::find).join(address, name).get();
      client = HearthClient.start(profile.create(identity), WebSocketLink::open, picture);
      await(p -> p.online() && p.chat(LOBBY).isPresent());
      client.openTimeline(LOBBY);
      await(p -> !p.rows(LOBBY).isEmpty());
    }

    void await(Predicate<Picture> wish) {
      assertThat(picture.await(Duration.ofSeconds(20), wish)).isTrue();
    }

    List<String> texts() {
      return picture.messages(LOBBY).stream().map(Message::text).toList();
    }

    UserId id() {
      return identity.me();
    }
  }

  @Test
  void twoPeopleTalkAndSeeTicks() {
    mira.client.post(LOBBY, "Hello Bo");
    bo.await(p -> p.messages(LOBBY).size() == 1);
    assertThat(bo.picture.chat(LOBBY).orElseThrow().unread()).isEqualTo(1);
    long seq = bo.picture.messages(LOBBY).getFirst().seq();

    mira.await(p -> p.chat(LOBBY).orElseThrow().progressOf(seq) == Progress.DELIVERED);
    bo.client.markRead(LOBBY, seq);
    mira.await(p -> p.chat(LOBBY).orElseThrow().progressOf(seq) == Progress.READ);
    bo.await(p -> p.chat(LOBBY).orElseThrow().unread() == 0);
  }

  @Test
  void typingAndPresenceAreSeen() {
    bo.client.typing(LOBBY);
    mira.await(p -> p.chat(LOBBY).orElseThrow().typing().equals(List.of(bo.id())));
    bo.client.away(true);
    mira.await(p -> p.person("Bo").orElseThrow().presence() == Presence.AWAY);
    bo.client.close();
    mira.await(p -> p.person("Bo").orElseThrow().presence() == Presence.OFFLINE);
  }

  @Test
  void directChatsAndGroupsAppearOnBothSides() throws Exception {
    ChatId direct = mira.client.openDirect(bo.id()).get();
    bo.await(p -> p.chat(direct).isPresent());
    assertThat(bo.client.openDirect(mira.id()).get()).isEqualTo(direct);

    ChatId group = bo.client.createGroup("Robot team", List.of(mira.id())).get();
    mira.await(p -> p.chat(group).isPresent());
    assertThat(mira.picture.chat(group).orElseThrow().chat().title()).isEqualTo("Robot team");
    mira.client.post(group, "In the group");
    bo.await(p -> p.chat(group).orElseThrow().unread() == 1);
  }

  @Test
  void whatIsWrittenWhileTheServerIsDownArrivesOnceAndInOneOrder() throws Exception {
    mira.client.post(LOBBY, "before");
    bo.await(p -> p.messages(LOBBY).size() == 1);
    int port = server.port();
    server.close();
    mira.await(p -> !p.online());
    bo.await(p -> !p.online());
    for (int i = 0; i < 20; i++) {
      mira.client.post(LOBBY, "mira " + i);
      bo.client.post(LOBBY, "bo " + i);
    }
    mira.await(p -> p.rows(LOBBY).getLast() instanceof Row.Pending);

    server =
        HearthServer.start(
            ServerFixture.config(folder.resolve("data"))
                .with(new Encryption.OwnKey())
                .withPort(port));
    mira.await(p -> p.messages(LOBBY).size() == 41);
    bo.await(p -> p.messages(LOBBY).size() == 41);
    assertThat(mira.texts()).isEqualTo(bo.texts()).doesNotHaveDuplicates();
    assertThat(mira.texts().stream().filter(text -> text.startsWith("mira")).toList())
        .isEqualTo(java.util.stream.IntStream.range(0, 20).mapToObj(i -> "mira " + i).toList());
  }

  @Test
  void aDeviceShowsItsLastStateBeforeTheServerAnswersAndCatchesUpAfterwards() {
    mira.client.post(LOBBY, "first");
    bo.await(p -> p.messages(LOBBY).size() == 1);
    bo.client.close();
    for (int i = 0; i < 300; i++) {
      mira.client.post(LOBBY, "later " + i);
    }
    mira.await(p -> p.messages(LOBBY).size() == 301);

    Picture again = new Picture();
    bo.client =
        HearthClient.start(bo.profile.open(bo.identity.server().id()), WebSocketLink::open, again);
    bo.client.openTimeline(LOBBY);
    assertThat(again.await(Duration.ofSeconds(20), p -> p.messages(LOBBY).size() == 301)).isTrue();
    assertThat(again.messages(LOBBY)).isEqualTo(mira.picture.messages(LOBBY));
    assertThat(again.chat(LOBBY).orElseThrow().unread()).isEqualTo(301);
  }

  @Test
  void joiningAgainFromTheSameDeviceIsTheSamePerson() throws Exception {
    var address = new Address("localhost", server.port());
    Identity again =
        new Joining(WebSocketLink::open, bo.profile::find).join(address, "Somebody else").get();
    assertThat(again.me()).isEqualTo(bo.id());
    assertThat(again.address()).isEqualTo(address);
  }
}

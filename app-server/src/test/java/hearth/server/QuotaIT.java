package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.Fault;
import hearth.protocol.Request;
import hearth.protocol.Request.CreateGroup;
import hearth.protocol.Request.OpenDirect;
import hearth.protocol.Response;
import hearth.protocol.UserId;
import hearth.server.policy.Quotas;
import hearth.server.policy.Rate;
import hearth.server.policy.RateLimits;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What one person, one network and all together may take of a server.
class QuotaIT {
  private static final int ANY = Integer.MAX_VALUE;

  @TempDir Path folder;

  @Test
  void nobodyMakesMoreChatsThanOnePersonMay() throws StartException {
    try (var server = start(new Quotas(2, ANY, ANY, ANY, ANY))) {
      Peer ann = server.join("Ann");
      Peer ben = server.join("Ben");
      Peer cleo = server.join("Cleo");
      group(ann, "One", ben.me());
      direct(ann, cleo);
      assertThat(ann.refused(groupRequest("Two", ben.me()))).isEqualTo(Fault.OWN_CHATS_TOO_MANY);
      assertThat(ann.refused(new OpenDirect(ben.me()))).isEqualTo(Fault.OWN_CHATS_TOO_MANY);
      assertThat(direct(ann, cleo)).as("what is there is found").isEqualTo(direct(cleo, ann));
    }
  }

  @Test
  void whatOthersMadeTakesNothingFromMe() throws StartException {
    try (var server = start(new Quotas(1, ANY, ANY, ANY, ANY))) {
      Peer victim = server.join("Victim");
      for (String name : List.of("Ann", "Ben", "Cleo")) {
        Peer attacker = server.join(name);
        ChatId group = group(attacker, "Flood " + name, victim.me());
        attacker.append(group, new Action.RemoveMember(attacker.me()));
        assertThat(attacker.refused(groupRequest("Again", victim.me())))
            .as("leaving does not give a chat back")
            .isEqualTo(Fault.OWN_CHATS_TOO_MANY);
      }
      assertThat(group(victim, "Mine", server.join("Dee").me())).isNotNull();
    }
  }

  @Test
  void theServerTakesNoMoreChatsThanItsQuotaAfterARestartToo() throws StartException {
    try (var server = start(new Quotas(ANY, 3, ANY, ANY, ANY))) {
      Peer ann = server.join("Ann");
      Peer ben = server.join("Ben");
      group(ann, "One", ben.me());
      group(ben, "Two", ann.me());
      assertThat(ann.refused(groupRequest("Three", ben.me()))).isEqualTo(Fault.CHATS_TOO_MANY);
      server.restart();
      assertThat(server.resume(ann.token()).refused(new OpenDirect(ben.me())))
          .isEqualTo(Fault.CHATS_TOO_MANY);
    }
  }

  @Test
  void membersOfAllChatsTogetherAreLimited() throws StartException {
    try (var server = start(new Quotas(ANY, ANY, 8, ANY, ANY))) {
      Peer ann = server.join("Ann");
      Peer ben = server.join("Ben");
      Peer cleo = server.join("Cleo");
      ChatId pair = group(ann, "Pair", ben.me());
      ChatId three = group(ann, "Three", ben.me(), cleo.me());
      assertThat(ann.refused(groupRequest("More", ben.me()))).isEqualTo(Fault.CHATS_TOO_MANY);
      Action adding = new Action.AddMembers(List.of(cleo.me()));
      assertThat(ann.refused(Peer.request(pair, adding))).isEqualTo(Fault.CHATS_TOO_MANY);
      assertThat(ann.refused(new OpenDirect(ben.me()))).isEqualTo(Fault.CHATS_TOO_MANY);
      cleo.append(three, new Action.RemoveMember(cleo.me()));
      ann.append(pair, adding);
      assertThat(server.join("Dee").me()).as("nobody can keep others from joining").isNotNull();
    }
  }

  @Test
  void theServerTakesNoMorePeopleAndThoseWhoAreHereComeBack() throws StartException {
    try (var server = start(new Quotas(ANY, ANY, ANY, 2, ANY))) {
      Peer ann = server.join("Ann");
      Request.Join again = new Request.Join("Ann", ann.token());
      server.join("Ben");
      assertThat(server.connect().refused(Peer.joinRequest("Cleo")))
          .isEqualTo(Fault.PEOPLE_TOO_MANY);
      assertThat(server.connect().call(again)).isEqualTo(new Response.Joined(ann.me()));
      server.restart();
      assertThat(server.connect().refused(Peer.joinRequest("Cleo")))
          .isEqualTo(Fault.PEOPLE_TOO_MANY);
    }
  }

  @Test
  void aNetworkLetsInSoManyADayAndARestartForgetsNothing() throws Exception {
    var now = new AtomicReference<>(Instant.parse("2026-05-04T23:00:00Z"));
    InstantSource clock = now::get;
    var config =
        ServerFixture.config(folder.resolve("data")).with(new Quotas(ANY, ANY, ANY, ANY, 2));
    try (HearthServer server = HearthServer.start(config, clock)) {
      Peer.join(server.port(), "Ann").close();
      assertThat(refusedJoin(server, "Ann")).as("a refused name").isEqualTo(Fault.NAME_TAKEN);
      Peer.join(server.port(), "Ben").close();
      assertThat(refusedJoin(server, "Cleo")).isEqualTo(Fault.JOINS_TOO_MANY);
    }
    try (HearthServer server = HearthServer.start(config, clock)) {
      assertThat(refusedJoin(server, "Cleo")).isEqualTo(Fault.JOINS_TOO_MANY);
      now.set(now.get().plus(Duration.ofHours(1)));
      Peer.join(server.port(), "Cleo").close();
    }
    Path file = folder.resolve("data").resolve("hearth.db");
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement();
        var found = statement.executeQuery("SELECT network, people FROM joining")) {
      assertThat(found.next()).isTrue();
      assertThat(found.getLong(1)).as("a hash, not 127.0.0.1").isNotEqualTo(0x7f000001L);
      assertThat(found.getInt(2)).as("today's alone").isEqualTo(1);
      assertThat(found.next()).isFalse();
    }
  }

  @Test
  void aLargeGroupCostsAsMuchAsManyMessagesAndNothingIsImpossible() throws StartException {
    var limits = RateLimits.NONE.withWriting(new Rate(12, 0.01));
    try (var server =
        new ServerFixture(
            folder.resolve("data"), config -> config.with(limits).with(Quotas.NONE))) {
      Peer ann = server.join("Ann");
      Peer ben = server.join("Ben");
      ChatId group = group(ben, "Small", ann.me());
      ben.post(group, "ten are left");
      UserId[] hundred =
          LongStream.rangeClosed(1, 100).mapToObj(UserId::new).toArray(UserId[]::new);
      assertThat(ben.refused(groupRequest("Hundred", hundred))).isEqualTo(Fault.RATE_LIMITED);
      ben.post(group, "a refusal costs nothing");
      UserId[] most = LongStream.rangeClosed(1, 1_000).mapToObj(UserId::new).toArray(UserId[]::new);
      assertThat(ann.refused(groupRequest("All", most)))
          .as("more than a bucket holds is a full bucket")
          .isEqualTo(Fault.USER_UNKNOWN);
      assertThat(ann.refused(Peer.postRequest("one"))).isEqualTo(Fault.RATE_LIMITED);
    }
  }

  private static Fault refusedJoin(HearthServer server, String name) {
    try (Peer peer = Peer.connect(server.port())) {
      return peer.refused(Peer.joinRequest(name));
    }
  }

  private ServerFixture start(Quotas quotas) throws StartException {
    return new ServerFixture(folder.resolve("data"), config -> config.with(quotas));
  }

  private static CreateGroup groupRequest(String title, UserId... members) {
    return new CreateGroup(Peer.sendId(), title, List.of(members));
  }

  private static ChatId group(Peer maker, String title, UserId... members) {
    return opened(maker.call(groupRequest(title, members)));
  }

  private static ChatId direct(Peer maker, Peer with) {
    return opened(maker.call(new OpenDirect(with.me())));
  }

  private static ChatId opened(Response response) {
    return ((Response.ChatOpened) response).chat().chat().id();
  }
}

package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hearth.client.JoinException;
import hearth.client.link.Address;
import hearth.client.model.Attention;
import hearth.client.model.Picture;
import hearth.protocol.Action;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Status;
import hearth.protocol.User;
import hearth.protocol.UserId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people say of themselves is the same on all of their devices and for everybody: Mira has a
/// desk and a phone, and talks with Bo.
class ProfileIT {
  @TempDir Path folder;
  private ServerFixture server;
  private Device desk;
  private Device phone;
  private Device bo;

  @BeforeEach
  void start() throws Exception {
    server = new ServerFixture(folder.resolve("data"));
    var address = new Address("127.0.0.1", server.port(), true, null);
    desk = Device.join(folder.resolve("Mira"), address);
    phone = desk.another(folder.resolve("phone"));
    bo = Device.join(folder.resolve("Bo"), address);
  }

  @AfterEach
  void stop() {
    desk.close();
    phone.close();
    bo.close();
    server.close();
  }

  private static User person(Picture picture, UserId id) {
    return picture.people().stream().filter(user -> user.id().equals(id)).findFirst().orElseThrow();
  }

  private void awaitMira(Device seenBy, Predicate<User> wish) {
    seenBy.await(
        p -> p.people().stream().anyMatch(user -> user.id().equals(desk.me()) && wish.test(user)));
  }

  private static Fault fault(CompletableFuture<?> asked) {
    return asked
        .handle((done, why) -> why instanceof FaultException refused ? refused.fault() : null)
        .thenApply(fault -> fault == null ? Fault.UNKNOWN : fault)
        .join();
  }

  @Test
  void anotherNameIsToldToEverybodyAndTheOldOneIsFree() {
    desk.client().account().setName("Mira N.").join();
    awaitMira(bo, user -> user.name().equals("Mira N."));
    awaitMira(phone, user -> user.name().equals("Mira N."));
    Peer other = server.join("Mira");
    assertThat(other.me()).isNotEqualTo(desk.me());
    assertThat(fault(desk.client().account().setName("MIRA"))).isEqualTo(Fault.NAME_TAKEN);
    assertThat(person(bo.picture(), desk.me()).name()).isEqualTo("Mira N.");
  }

  @Test
  void aNameThatLooksLikeAnothersIsRefusedAndOnesOwnInOtherLettersIsNot() {
    assertThat(fault(desk.client().account().setName("B\u043E"))).isEqualTo(Fault.NAME_TAKEN);
    desk.client().account().setName("MIRA").join();
    awaitMira(bo, user -> user.name().equals("MIRA"));
    assertThat(fault(bo.client().account().setName("m\u0456ra"))).isEqualTo(Fault.NAME_TAKEN);
  }

  @Test
  void whoWasAwayHearsOfItAndItOutlivesTheServer() throws Exception {
    phone.close();
    desk.client().account().setName("Mira N.").join();
    desk.client().account().setStatus("on holiday 🏖️", null).join();
    int port = server.port();
    server.close();
    server = new ServerFixture(folder.resolve("data"), config -> config.withPort(port));
    phone.startAgain();
    awaitMira(
        phone,
        user -> user.name().equals("Mira N.") && user.status().text().equals("on holiday 🏖️"));
    phone.await(Picture::online);
    phone.client().account().setStatus("", null).join();
    awaitMira(bo, user -> user.status().equals(Status.NONE));
    phone.await(p -> p.online());
    assertThat(desk.servers().known().getFirst().name()).isEqualTo("Mira N.");
  }

  @Test
  void aStatusEndsByItselfOnBothSides() {
    desk.client().account().setStatus("in a meeting", Instant.now().plusMillis(1_500)).join();
    awaitMira(bo, user -> user.status().text().equals("in a meeting"));
    awaitMira(phone, user -> user.status().text().equals("in a meeting"));
    awaitMira(bo, user -> user.status().equals(Status.NONE));
    awaitMira(phone, user -> user.status().equals(Status.NONE));
    Peer late = server.join("Late");
    assertThat(server.overview(late).people())
        .filteredOn(user -> user.id().equals(desk.me()))
        .allMatch(user -> user.status().equals(Status.NONE));
  }

  @Test
  void whoDoesNotWantToBeDisturbedIsToldOfNothingOnAnyDevice() {
    bo.post("hello <@" + desk.me().value() + ">");
    phone.await(p -> p.chat(Peer.LOBBY).orElseThrow().reading().unread() == 1);
    desk.client().account().setQuiet(Action.Mute.ALWAYS).join();
    awaitMira(phone, user -> user.status().isQuiet(Instant.now()));
    awaitMira(bo, user -> user.status().isQuiet(Instant.now()));
    Status mine = person(phone.picture(), desk.me()).status();
    var lobby = phone.picture().chat(Peer.LOBBY).orElseThrow();
    assertThat(Attention.of(lobby, mine, Instant.now())).isZero();
    assertThat(Attention.of(lobby, Status.NONE, Instant.now())).isEqualTo(1);
    phone.client().account().setQuiet(null).join();
    awaitMira(desk, user -> !user.status().isQuiet(Instant.now()));
  }

  @Test
  void withoutAConnectionItIsRefused() {
    server.close();
    desk.await(p -> !p.online());
    CompletionException failed =
        catchThrowableOfType(
            CompletionException.class,
            () -> desk.client().account().setStatus("away", null).join());
    assertThat(failed).hasCauseInstanceOf(JoinException.class);
  }
}

package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hearth.protocol.Device;
import hearth.protocol.DeviceCode;
import hearth.protocol.DeviceId;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Frame;
import hearth.protocol.Limits;
import hearth.protocol.Notification.UserChanged;
import hearth.protocol.Presence;
import hearth.protocol.Request;
import hearth.protocol.Request.CreateDeviceCode;
import hearth.protocol.Request.LinkDevice;
import hearth.protocol.Request.ListDevices;
import hearth.protocol.Request.RemoveDevice;
import hearth.protocol.Response;
import hearth.server.policy.Rate;
import hearth.server.policy.RateCategory;
import hearth.server.policy.RateLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several devices of one person: added by a code, listed, signed out.
class DevicesIT {
  @TempDir Path data;
  private ServerFixture server;
  private Peer laptop;
  private Peer bo;

  @BeforeEach
  void aPersonWithOneDevice() throws StartException {
    server = new ServerFixture(data);
    laptop = server.connect();
    laptop.join(new Request.Join("Mira", Peer.newToken(), "Laptop (Linux)"));
    bo = server.join("Bo");
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aCodeMakesAnotherDeviceTheSamePerson() {
    Peer tablet = server.connect();
    LinkDevice request = request(code(laptop), "Tablet");
    assertThat(tablet.call(request)).isEqualTo(new Response.Joined(laptop.me(), "Mira"));
    tablet.post("from the tablet");
    assertThat(laptop.awaitPost().author()).isEqualTo(laptop.me());
    laptop.post("from the laptop");
    assertThat(Stream.of(tablet.awaitPost(), tablet.awaitPost()).map(e -> e.author()))
        .containsOnly(laptop.me());
    assertThat(server.resume(request.token()).me()).isEqualTo(laptop.me());
    assertThat(server.lobby(bo).chat().members()).as("nobody has joined").hasSize(2);
  }

  @Test
  void aCodeIsGoodForOneDevice() {
    DeviceCode code = code(laptop);
    link(code, "Tablet");
    Peer stranger = server.connect();
    assertThat(stranger.refused(request(code, "Stranger"))).isEqualTo(Fault.DEVICE_CODE_UNKNOWN);
    stranger.join("Stranger");
  }

  @Test
  void ofManyWhoUseACodeAtOnceOneIsLetIn() {
    DeviceCode code = code(laptop);
    List<Peer> many = IntStream.range(0, 8).mapToObj(i -> server.connect()).toList();
    List<CompletableFuture<Response>> answers =
        many.stream().map(peer -> peer.ask(request(code, "One of many"))).toList();
    long joined =
        answers.stream()
            .filter(answer -> answer.handle((done, refused) -> refused == null).join())
            .count();
    assertThat(joined).isEqualTo(1);
    assertThat(devices(laptop)).hasSize(2);
  }

  @Test
  void aNewCodeTakesThePlaceOfTheOneBefore() {
    DeviceCode before = code(laptop);
    DeviceCode now = code(laptop);
    assertThat(server.connect().refused(request(before, "Late")))
        .isEqualTo(Fault.DEVICE_CODE_UNKNOWN);
    link(now, "Tablet");
  }

  @Test
  void theSameTokenIsAnsweredAsTheFirstTimeThoughTheAnswerWasLost() throws StartException {
    LinkDevice request = request(code(laptop), "Tablet");
    Peer lost = server.connect();
    lost.stopReading();
    lost.send(new Frame.RequestFrame(OptionalLong.of(1), request));
    while (devices(laptop).size() < 2) {
      Thread.onSpinWait(); // each round asks the server, which has it done in the end
    }
    lost.cut();
    Response first = new Response.Joined(laptop.me(), "Mira");
    assertThat(server.connect().call(request)).isEqualTo(first);
    server.restart();
    assertThat(server.connect().call(request)).as("after a restart").isEqualTo(first);
    assertThat(devices(server.resume(laptop.token()))).hasSize(2);
  }

  @Test
  void aTokenStaysWithThePersonWhoHasIt() {
    Peer tablet = server.connect();
    assertThat(tablet.call(new LinkDevice(code(laptop), bo.token(), "")))
        .isEqualTo(new Response.Joined(bo.me(), "Bo"));
    assertThat(devices(laptop)).hasSize(1);
  }

  @Test
  void aCodeThatIsTooOldIsRefused() throws StartException {
    var now = new AtomicReference<>(Instant.parse("2026-05-04T12:00:00Z"));
    Path folder = data.resolve("clock");
    try (HearthServer timed = HearthServer.start(ServerFixture.config(folder), now::get);
        Peer mira = Peer.join(timed.port(), "Mira");
        Peer tablet = Peer.connect(timed.port())) {
      DeviceCode old = code(mira);
      now.updateAndGet(time -> time.plus(Duration.ofMinutes(10)));
      assertThat(tablet.refused(request(old, "Tablet"))).isEqualTo(Fault.DEVICE_CODE_UNKNOWN);
      DeviceCode fresh = code(mira);
      now.updateAndGet(time -> time.plus(Duration.ofMinutes(10)).minusMillis(1));
      assertThat(tablet.call(request(fresh, "Tablet")))
          .isEqualTo(new Response.Joined(mira.me(), "Mira"));
    }
  }

  @Test
  void aRestartForgetsCodesAndKeepsDevices() throws StartException {
    DeviceCode code = code(laptop);
    server.restart();
    assertThat(server.connect().refused(request(code, "Tablet")))
        .isEqualTo(Fault.DEVICE_CODE_UNKNOWN);
    Peer again = server.resume(laptop.token());
    assertThat(devices(again)).extracting(Device::name).containsExactly("Laptop (Linux)");
    assertThat(devices(again).getFirst().lastSeen()).isNotNull();
  }

  @Test
  void aCodeThatWasNearlyGuessedFiveTimesIsOfNoUse() {
    DeviceCode code = code(laptop);
    Peer guesser = server.connect();
    for (int i = 0; i < 5; i++) {
      assertThat(guesser.refused(request(wrong(code, i), "Guesser")))
          .isEqualTo(Fault.DEVICE_CODE_UNKNOWN);
    }
    assertThat(server.connect().refused(request(code, "Tablet")))
        .isEqualTo(Fault.DEVICE_CODE_UNKNOWN);
  }

  @Test
  void otherGuessesDoNotTakeACodeAway() {
    DeviceCode code = code(laptop);
    Peer guesser = server.connect();
    for (int i = 0; i < 20; i++) {
      String other = code.text().startsWith("2") ? "3" : "2";
      assertThat(guesser.refused(request(new DeviceCode(other + code.text().substring(1)), "No")))
          .isEqualTo(Fault.DEVICE_CODE_UNKNOWN);
    }
    link(code, "Tablet");
  }

  @Test
  void aNetworkTriesFiveCodesAndThenWaits() throws StartException {
    var limits =
        new RateLimits(
            Map.of(),
            Map.of(RateCategory.LINKING, RateLimits.DEFAULT.address().get(RateCategory.LINKING)));
    try (var limited = new ServerFixture(data.resolve("limited"), with -> with.with(limits))) {
      DeviceCode code = code(limited.join("Mira"));
      for (int i = 0; i < 5; i++) {
        assertThat(limited.connect().refused(request(new DeviceCode("2222222" + (2 + i)), "No")))
            .isEqualTo(Fault.DEVICE_CODE_UNKNOWN);
      }
      FaultException refused =
          catchThrowableOfType(
              FaultException.class, () -> limited.connect().call(request(code, "Tablet")));
      assertThat(refused.fault()).isEqualTo(Fault.RATE_LIMITED);
      assertThat(refused.retryAfter()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(12));
    }
  }

  @Test
  void codesAreCountedPerPerson() throws StartException {
    var limits = new RateLimits(Map.of(RateCategory.DEVICES, new Rate(2, 0.01)), Map.of());
    try (var limited = new ServerFixture(data.resolve("limited"), with -> with.with(limits))) {
      Peer mira = limited.join("Mira");
      code(mira);
      code(mira);
      assertThat(mira.refused(new CreateDeviceCode())).isEqualTo(Fault.RATE_LIMITED);
    }
  }

  @Test
  void theListSaysWhichDeviceIsWhichAndWhenItWasSeen() {
    Peer tablet = link(code(laptop), "Tablet");
    List<Device> both = devices(laptop);
    assertThat(both).extracting(Device::name).containsExactly("Laptop (Linux)", "Tablet");
    assertThat(both).extracting(Device::current).containsExactly(true, false);
    assertThat(both).extracting(Device::online).containsExactly(true, true);
    assertThat(both).extracting(Device::id).doesNotHaveDuplicates();
    tablet.close();
    while (devices(laptop).getLast().online()) {
      Thread.onSpinWait(); // each round asks the server
    }
    assertThat(devices(laptop).getLast().lastSeen()).isNotNull();
    assertThat(devices(bo)).as("one's own alone").hasSize(1);
  }

  @Test
  void aSignedOutDeviceIsDisconnectedAtOnceAndNeverComesBack() throws StartException {
    Peer tablet = link(code(laptop), "Tablet");
    DeviceId id = devices(laptop).getLast().id();
    DeviceCode stolen = code(tablet);
    assertThat(laptop.call(new RemoveDevice(id))).isEqualTo(new Response.Done());
    assertThat(tablet.awaitClosed()).isEqualTo(Limits.CLOSE_SIGNED_OUT);
    assertThat(laptop.call(new RemoveDevice(id))).as("twice").isEqualTo(new Response.Done());
    assertThat(server.connect().refused(request(stolen, "Again")))
        .as("a code that it made")
        .isEqualTo(Fault.DEVICE_CODE_UNKNOWN);
    for (int i = 0; i < 2; i++) {
      for (Request request :
          List.of(
              new Request.Resume(tablet.token()),
              new Request.Join("Mira", tablet.token()),
              new LinkDevice(code(server.resume(laptop.token())), tablet.token(), ""))) {
        assertThat(server.connect().refused(request)).isEqualTo(Fault.DEVICE_SIGNED_OUT);
      }
      server.restart();
    }
    assertThat(devices(server.resume(laptop.token()))).hasSize(1);
  }

  @Test
  void whoSignsOutTheOwnDeviceIsAnswered() {
    Peer tablet = link(code(laptop), "Tablet");
    DeviceId id = devices(tablet).getFirst().id();
    assertThat(tablet.call(new RemoveDevice(id))).isEqualTo(new Response.Done());
    assertThat(tablet.awaitClosed()).isEqualTo(Limits.CLOSE_SIGNED_OUT);
    laptop.post("still here");
  }

  @Test
  void signingOutTheLastDeviceThatIsHereIsSeenAsLeaving() {
    Peer tablet = link(code(laptop), "Tablet");
    DeviceId id = devices(laptop).getLast().id();
    laptop.call(new RemoveDevice(id));
    tablet.awaitClosed();
    laptop.close();
    UserChanged left =
        bo.await(UserChanged.class, told -> told.user().presence() == Presence.OFFLINE);
    assertThat(left.user().id()).isEqualTo(laptop.me());
  }

  @Test
  void nobodySignsOutTheDeviceOfAnother() {
    DeviceId id = devices(laptop).getFirst().id();
    assertThat(bo.call(new RemoveDevice(id))).isEqualTo(new Response.Done());
    assertThat(devices(laptop)).extracting(Device::id).containsExactly(id);
    laptop.post("still here");
  }

  @Test
  void aPersonHasSoManyDevices() {
    DeviceCode last = code(laptop);
    for (int i = 2; i <= Limits.DEVICES; i++) {
      link(i == 2 ? last : code(laptop), "Device " + i);
    }
    assertThat(laptop.refused(new CreateDeviceCode())).isEqualTo(Fault.DEVICES_TOO_MANY);
    laptop.call(new RemoveDevice(devices(laptop).getLast().id()));
    link(code(laptop), "In its place");
  }

  @Test
  void strangersAskForNoCodesAndSeeNoDevices() {
    Peer stranger = server.connect();
    for (Request request :
        List.of(new CreateDeviceCode(), new ListDevices(), new RemoveDevice(new DeviceId(1)))) {
      assertThat(stranger.refused(request)).isEqualTo(Fault.NOT_JOINED);
    }
    assertThat(laptop.refused(request(code(laptop), "Twice"))).isEqualTo(Fault.ALREADY_JOINED);
  }

  private Peer link(DeviceCode code, String name) {
    LinkDevice request = request(code, name);
    Peer linked = server.connect();
    assertThat(linked.call(request)).isInstanceOf(Response.Joined.class);
    linked.close();
    return server.resume(request.token());
  }

  private static LinkDevice request(DeviceCode code, String name) {
    return new LinkDevice(code, Peer.newToken(), name);
  }

  private static DeviceCode code(Peer device) {
    return ((Response.DeviceCodeCreated) device.call(new CreateDeviceCode())).code();
  }

  private static List<Device> devices(Peer device) {
    return ((Response.Devices) device.call(new ListDevices())).devices();
  }

  /// A code that begins like another.
  private static DeviceCode wrong(DeviceCode code, int number) {
    String end = "2222" + (2 + number);
    String begin = code.text().substring(0, 3);
    return new DeviceCode(begin + (code.text().endsWith(end) ? "33333" : end));
  }
}

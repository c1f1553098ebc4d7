package hearth.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hearth.client.FakeNetwork.FakeLink;
import hearth.client.link.Address;
import hearth.client.link.Link;
import hearth.client.store.Identity;
import hearth.client.store.JoinMemory;
import hearth.protocol.Capabilities;
import hearth.protocol.DeviceCode;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.OverviewPage;
import hearth.protocol.Presence;
import hearth.protocol.Request;
import hearth.protocol.Response;
import hearth.protocol.ServerInfo;
import hearth.protocol.User;
import hearth.protocol.UserId;
import hearth.protocol.json.Actions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class JoiningTest {
  private static final ServerInfo SERVER = new ServerInfo("0199e1a2-7b1c", "Workshop");
  private static final String TOKEN = "h3a1Kc0y8ZpQm3uVnX5t9B2dEoJrWsLi7fGzTqNbYxU";
  private static final Address ADDRESS = new Address("localhost", 7420);

  private static final DeviceCode CODE = new DeviceCode("K7QM2XPA");
  private static final Address PLAIN = new Address("localhost", 7420, true, null);

  private final FakeNetwork network = new FakeNetwork();
  private final Memory memory = new Memory(List.of());
  private final Joining joining = new Joining(network, memory);

  /// Remembers one token, in memory.
  private static final class Memory implements JoinMemory {
    private final List<Identity> known;
    private final Set<String> asked = new HashSet<>();
    private final List<Identity> forgotten = new ArrayList<>();

    Memory(List<Identity> known) {
      this.known = known;
    }

    @Override
    public List<Identity> find(String serverId) {
      return known;
    }

    @Override
    public Attempt attempt(String serverId, boolean plain) {
      String token = TOKEN + (plain ? "plain" : "");
      return new Attempt(token, !asked.add(token));
    }

    @Override
    public Attempt attempt(String serverId, boolean plain, DeviceCode code) {
      return new Attempt(TOKEN + code.text(), !asked.add(code.text()));
    }

    @Override
    public void forget(Identity identity) {
      forgotten.add(identity);
    }
  }

  @Test
  void joiningGivesAnIdentity() throws Exception {
    CompletableFuture<Identity> joined = joining.join(ADDRESS, " Mira ");
    FakeLink link = greeted();
    var join = link.asked(Request.Join.class);
    assertThat(join.request().name()).isEqualTo("Mira");
    assertThat(join.request().token()).isEqualTo(TOKEN);
    join.answer(new Response.Joined(new UserId(4)));
    assertThat(joined.get()).isEqualTo(new Identity(SERVER, ADDRESS, new UserId(4), "Mira", TOKEN));
    assertThat(link.isClosed()).isTrue();
  }

  @Test
  void whoWasHereBeforeIsTheSamePersonAtTheNewAddress() throws Exception {
    var before =
        new Identity(SERVER, new Address("10.0.0.9", 7420), new UserId(4), "Mira", "secret");
    var joined = new Joining(network, new Memory(List.of(before))).join(ADDRESS, "Other");
    FakeLink link = greeted();
    var resume = link.asked(Request.Resume.class);
    assertThat(resume.request().token()).isEqualTo("secret");
    resume.answer(resumed(SERVER, new UserId(4)));
    assertThat(joined.get())
        .isEqualTo(new Identity(SERVER, ADDRESS, new UserId(4), "Mira", "secret"));
  }

  @Test
  void afterALostAnswerTheDeviceAsksWhetherItIsKnownAlready() throws Exception {
    CompletableFuture<Identity> lost = joining.join(ADDRESS, "Mira");
    FakeLink first = greeted();
    assertThat(first.asked(Request.Join.class).request().token()).isEqualTo(TOKEN);
    first.breaks(Link.Closing.LOST);
    assertThat(failure(lost).closing()).isEqualTo(Link.Closing.LOST);

    CompletableFuture<Identity> joined = joining.join(ADDRESS, "Mira Novak");
    var again = greeted().asked(Request.Resume.class);
    assertThat(again.request().token()).isEqualTo(TOKEN);
    again.answer(resumed(SERVER, new UserId(4), "Mira"));
    assertThat(joined.get()).isEqualTo(new Identity(SERVER, ADDRESS, new UserId(4), "Mira", TOKEN));
  }

  @Test
  void whoWasNotJoinedByALostRequestJoinsNow() throws Exception {
    var _ = joining.join(ADDRESS, "Mira");
    greeted().breaks(Link.Closing.LOST);
    CompletableFuture<Identity> joined = joining.join(ADDRESS, "Mira Novak");
    FakeLink link = greeted();
    link.asked(Request.Resume.class).refuse(Fault.TOKEN_UNKNOWN);
    var join = link.asked(Request.Join.class);
    assertThat(join.request()).isEqualTo(new Request.Join("Mira Novak", TOKEN));
    join.answer(new Response.Joined(new UserId(4)));
    assertThat(joined.get().name()).isEqualTo("Mira Novak");
  }

  /// The lost request was carried out between the two questions.
  @Test
  void aTokenThatHasBecomeKnownUnderAnotherNameIsThatPerson() throws Exception {
    var _ = joining.join(ADDRESS, "Mira");
    greeted().breaks(Link.Closing.LOST);
    CompletableFuture<Identity> joined = joining.join(ADDRESS, "Mira Novak");
    FakeLink link = greeted();
    link.asked(Request.Resume.class).refuse(Fault.TOKEN_UNKNOWN);
    link.asked(Request.Join.class).refuse(Fault.PARAMS_INVALID);
    link.asked(Request.Resume.class).answer(resumed(SERVER, new UserId(4), "Mira"));
    assertThat(joined.get().name()).isEqualTo("Mira");
  }

  @Test
  void cancellingClosesTheConnection() {
    CompletableFuture<Identity> joined = joining.join(ADDRESS, "Mira");
    FakeLink link = network.accept();
    joined.cancel(true);
    assertThat(link.isClosed()).isTrue();
  }

  @Test
  void aRefusalIsPassedOn() {
    CompletableFuture<Identity> joined = joining.join(ADDRESS, "Mira");
    greeted().asked(Request.Join.class).refuse(Fault.NAME_TAKEN);
    assertThat(failure(joined).fault()).isEqualTo(Fault.NAME_TAKEN);
  }

  @Test
  void howLongToWaitIsPassedOn() {
    CompletableFuture<Identity> joined = joining.join(ADDRESS, "Mira");
    greeted().asked(Request.Join.class).refuse(FaultException.tooSoon(Duration.ofSeconds(7)));
    assertThat(failure(joined).refusal())
        .isNotNull()
        .extracting(FaultException::retryAfter)
        .isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void nobodyThereIsSaid() {
    CompletableFuture<Identity> joined = joining.join(ADDRESS, "Mira");
    network.accept().breaks(Link.Closing.UNREACHABLE);
    assertThat(failure(joined).closing()).isEqualTo(Link.Closing.UNREACHABLE);
  }

  @Test
  void somebodyElseThereIsSaid() {
    CompletableFuture<Identity> joined = joining.join(ADDRESS, "Mira");
    FakeLink link = network.accept();
    link.opens();
    link.says("220 mail ready");
    assertThat(failure(joined).closing()).isEqualTo(Link.Closing.NOT_HEARTH);
  }

  @Test
  void aNameThatIsNotFitIsRefusedAtOnce() {
    assertThatThrownBy(() -> joining.join(ADDRESS, " ")).isInstanceOf(FaultException.class);
  }

  @Test
  void aServerThatSaysAnotherIdThanItsKeyIsLeftBeforeItGetsAnything() {
    CompletableFuture<Identity> joined = joining.join(ADDRESS, "Mira");
    FakeLink link = greeted(new ServerInfo("0199ffff-0000", "Workshop"));
    assertThat(failure(joined).closing()).isEqualTo(Link.Closing.OTHER_SERVER);
    assertThat(link.isClosed()).isTrue();
    assertThat(link.unasked()).isEmpty();
  }

  @Test
  void aServerThatTurnsIntoAnotherOneWhileOneComesBackIsLeft() {
    var before = new Identity(SERVER, ADDRESS, new UserId(4), "Mira", "secret");
    var joined = new Joining(network, new Memory(List.of(before))).join(ADDRESS, "Mira");
    greeted()
        .asked(Request.Resume.class)
        .answer(resumed(new ServerInfo("0199ffff-0000", "Workshop"), new UserId(4)));
    assertThat(failure(joined).closing()).isEqualTo(Link.Closing.OTHER_SERVER);
  }

  @Test
  void whatWasLearntOverTlsIsNotSaidWithoutIt() {
    var before = new Identity(SERVER, ADDRESS, new UserId(4), "Mira", "secret");
    var joined = new Joining(network, new Memory(List.of(before))).join(PLAIN, "Mira");
    FakeLink link = greeted();
    assertThat(failure(joined).closing()).isEqualTo(Link.Closing.ENCRYPTION_MISSING);
    assertThat(link.unasked()).isEmpty();
  }

  @Test
  void whatWasLearntWithoutTlsStaysAsideWhereThereIsTls() throws Exception {
    var before = new Identity(SERVER, PLAIN, new UserId(4), "Mira", "secret");
    var joined = new Joining(network, new Memory(List.of(before))).join(ADDRESS, "Mira");
    var join = greeted().asked(Request.Join.class);
    join.answer(new Response.Joined(new UserId(5)));
    assertThat(joined.get()).isEqualTo(new Identity(SERVER, ADDRESS, new UserId(5), "Mira", TOKEN));
  }

  @Test
  void aTokenThatWasSentWithoutTlsIsNotSentWithIt() {
    var _ = joining.join(PLAIN, "Mira");
    String plain = greeted().asked(Request.Join.class).request().token();
    var _ = joining.join(ADDRESS, "Mira");
    assertThat(greeted().asked(Request.Join.class).request().token()).isNotEqualTo(plain);
  }

  @Test
  void whoIsNotKnownThereAnyMoreJoinsUnderATokenOfItsOwn() throws Exception {
    var before = new Identity(SERVER, ADDRESS, new UserId(4), "Mira", "secret");
    var joined = new Joining(network, new Memory(List.of(before))).join(ADDRESS, "Mira");
    FakeLink link = greeted();
    link.asked(Request.Resume.class).refuse(Fault.TOKEN_UNKNOWN);
    var join = link.asked(Request.Join.class);
    assertThat(join.request().token()).isEqualTo(TOKEN);
    join.answer(new Response.Joined(new UserId(9)));
    assertThat(joined.get().me()).isEqualTo(new UserId(9));
  }

  @Test
  void aCodeMakesThisDeviceThePersonWhoMadeItWhoeverWasHereBefore() throws Exception {
    var before = new Identity(SERVER, ADDRESS, new UserId(4), "Bo", "secret");
    var joined =
        new Joining(network, new Memory(List.of(before)), () -> "Tablet").link(ADDRESS, CODE);
    var request = greeted().asked(Request.LinkDevice.class);
    assertThat(request.request())
        .isEqualTo(new Request.LinkDevice(CODE, TOKEN + CODE.text(), "Tablet"));
    request.answer(new Response.Joined(new UserId(7), "Mira"));
    assertThat(joined.get())
        .isEqualTo(new Identity(SERVER, ADDRESS, new UserId(7), "Mira", TOKEN + CODE.text()));
  }

  @Test
  void anOlderServerIsNotSentACode() {
    CompletableFuture<Identity> joined = joining.link(ADDRESS, CODE);
    FakeLink link = network.accept();
    link.opens();
    link.asked(Request.Hello.class)
        .answer(new Response.Welcome(SERVER, new Capabilities(3, List.of("post")), "first"));
    assertThat(failure(joined).fault()).isEqualTo(Fault.METHOD_UNKNOWN);
    assertThat(link.unasked()).isEmpty();
  }

  @Test
  void aCodeThatIsRefusedIsPassedOn() {
    CompletableFuture<Identity> joined = joining.link(ADDRESS, CODE);
    greeted().asked(Request.LinkDevice.class).refuse(Fault.DEVICE_CODE_UNKNOWN);
    assertThat(failure(joined).fault()).isEqualTo(Fault.DEVICE_CODE_UNKNOWN);
  }

  @Test
  void whoWasSignedOutIsForgottenBeforeSomebodyJoins() throws Exception {
    var before = new Identity(SERVER, ADDRESS, new UserId(4), "Mira", "secret");
    Memory remembers = new Memory(List.of(before));
    var joined = new Joining(network, remembers).join(ADDRESS, "Bo");
    FakeLink link = greeted();
    link.asked(Request.Resume.class).refuse(Fault.DEVICE_SIGNED_OUT);
    link.asked(Request.Join.class).answer(new Response.Joined(new UserId(9)));
    assertThat(joined.get().me()).isEqualTo(new UserId(9));
    assertThat(remembers.forgotten).containsExactly(before);
  }

  @Test
  void answersToWhatWasNotAskedEndIt() {
    CompletableFuture<Identity> unasked = joining.join(ADDRESS, "Mira");
    FakeLink link = network.accept();
    link.opens();
    link.asked(Request.Hello.class).answer(new Response.Joined(new UserId(4)));
    assertThat(failure(unasked).closing()).isEqualTo(Link.Closing.BREACH);

    CompletableFuture<Identity> twice = joining.join(ADDRESS, "Mira");
    FakeLink second = network.accept();
    second.opens();
    var hello = second.asked(Request.Hello.class);
    hello.answer(welcome(SERVER));
    second.asked(Request.Join.class);
    hello.answer(welcome(SERVER));
    assertThat(failure(twice).closing()).isEqualTo(Link.Closing.BREACH);
  }

  @Test
  void aServerThatNeverAnswersIsGivenUp() {
    CompletableFuture<Identity> joined =
        new Joining(network, memory, Duration.ofMillis(50)).join(ADDRESS, "Mira");
    network.accept().opens();
    assertThat(failure(joined).closing()).isEqualTo(Link.Closing.SILENT);
  }

  private FakeLink greeted() {
    return greeted(SERVER);
  }

  private FakeLink greeted(ServerInfo server) {
    FakeLink link = network.accept();
    link.opens();
    link.asked(Request.Hello.class).answer(welcome(server));
    return link;
  }

  private static Response.Welcome welcome(ServerInfo server) {
    return new Response.Welcome(server, Actions.CAPABILITIES, "first");
  }

  private static Response.Resumed resumed(ServerInfo server, UserId me) {
    return new Response.Resumed(welcome(server), me, new OverviewPage(List.of(), List.of(), null));
  }

  private static Response.Resumed resumed(ServerInfo server, UserId me, String name) {
    List<User> people = List.of(new User(me, name, Presence.ONLINE, null));
    return new Response.Resumed(welcome(server), me, new OverviewPage(people, List.of(), null));
  }

  private static JoinException failure(CompletableFuture<Identity> joined) {
    ExecutionException failed = catchThrowableOfType(ExecutionException.class, joined::get);
    if (failed.getCause() instanceof JoinException failure) {
      return failure;
    }
    throw new AssertionError(failed);
  }
}

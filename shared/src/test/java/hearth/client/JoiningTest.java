package hearth.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hearth.client.FakeNetwork.FakeLink;
import hearth.client.link.Address;
import hearth.client.link.Link;
import hearth.client.store.Identity;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Request;
import hearth.protocol.Response;
import hearth.protocol.ServerInfo;
import hearth.protocol.UserId;
import hearth.protocol.json.Actions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class JoiningTest {
  private static final ServerInfo SERVER = new ServerInfo("0199e1a2-7b1c", "Workshop");
  private static final String TOKEN = "h3a1Kc0y8ZpQm3uVnX5t9B2dEoJrWsLi7fGzTqNbYxU";
  private static final Address ADDRESS = new Address("localhost", 7420);

  private final FakeNetwork network = new FakeNetwork();
  private final Memory memory = new Memory(Optional.empty());
  private final Joining joining = new Joining(network, memory);

  /// Remembers one token per name, in memory.
  private record Memory(Optional<Identity> known) implements Joining.Memory {
    @Override
    public Optional<Identity> find(String serverId) {
      return known;
    }

    @Override
    public String token(String serverId, String name) {
      return TOKEN + name;
    }
  }

  @Test
  void joiningGivesAnIdentity() throws Exception {
    CompletableFuture<Identity> joined = joining.join(ADDRESS, " Mira ");
    FakeLink link = greeted();
    var join = link.asked(Request.Join.class);
    assertThat(join.request().name()).isEqualTo("Mira");
    assertThat(join.request().token()).isEqualTo(TOKEN + "Mira");
    join.answer(new Response.Joined(new UserId(4)));
    assertThat(joined.get())
        .isEqualTo(new Identity(SERVER, ADDRESS, new UserId(4), "Mira", TOKEN + "Mira"));
    assertThat(link.isClosed()).isTrue();
  }

  @Test
  void whoWasHereBeforeIsTheSamePersonAtTheNewAddress() throws Exception {
    var before =
        new Identity(SERVER, new Address("10.0.0.9", 7420), new UserId(4), "Mira", "secret");
    var joined = new Joining(network, new Memory(Optional.of(before))).join(ADDRESS, "Other");
    greeted();
    assertThat(joined.get())
        .isEqualTo(new Identity(SERVER, ADDRESS, new UserId(4), "Mira", "secret"));
  }

  @Test
  void afterALostAnswerTheSameNameAndTokenAreAskedForAgain() throws Exception {
    CompletableFuture<Identity> lost = joining.join(ADDRESS, "Mira");
    FakeLink first = greeted();
    Request.Join asked = first.asked(Request.Join.class).request();
    first.breaks(Link.Closing.LOST);
    assertThat(failure(lost).closing()).isEqualTo(Link.Closing.LOST);

    CompletableFuture<Identity> joined = joining.join(ADDRESS, "Mira");
    var again = greeted().asked(Request.Join.class);
    assertThat(again.request()).isEqualTo(asked);
    again.answer(new Response.Joined(new UserId(4)));
    assertThat(joined.get().me()).isEqualTo(new UserId(4));
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

  private FakeLink greeted() {
    FakeLink link = network.accept();
    link.opens();
    link.asked(Request.Hello.class)
        .answer(new Response.Welcome(SERVER, Actions.CAPABILITIES, "first"));
    return link;
  }

  private static JoinException failure(CompletableFuture<Identity> joined) {
    ExecutionException failed = catchThrowableOfType(ExecutionException.class, joined::get);
    if (failed.getCause() instanceof JoinException failure) {
      return failure;
    }
    throw new AssertionError(failed);
  }
}

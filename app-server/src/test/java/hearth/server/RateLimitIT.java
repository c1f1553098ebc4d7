package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hearth.client.HearthClient;
import hearth.client.Joining;
import hearth.client.link.Address;
import hearth.client.link.WebSocketLink;
import hearth.client.model.Picture;
import hearth.client.store.Identity;
import hearth.client.store.sqlite.ProfileFolder;
import hearth.protocol.Action;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Frame;
import hearth.protocol.Request;
import hearth.server.policy.Rate;
import hearth.server.policy.RateCategory;
import hearth.server.policy.RateLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitIT {
  @TempDir Path folder;

  @Test
  void aFloodIsToldToWaitAndOthersNoticeNothing() throws StartException {
    try (var server = start(RateLimits.NONE.withWriting(new Rate(5, 4)))) {
      Peer ann = server.join("Ann");
      Peer ben = server.join("Ben");
      List<CompletableFuture<Optional<FaultException>>> refusals = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        refusals.add(refusal(ann, "flood " + i));
      }
      ben.post("undisturbed");
      List<FaultException> refused =
          refusals.stream().map(CompletableFuture::join).flatMap(Optional::stream).toList();
      assertThat(refused)
          .isNotEmpty()
          .allMatch(why -> why.fault() == Fault.RATE_LIMITED)
          .allMatch(why -> why.retryAfter().isPositive())
          .allMatch(why -> why.retryAfter().toMillis() <= 250);
      assertThat(ben.entriesUntilNow())
          .filteredOn(entry -> entry.action() instanceof Action.Post)
          .hasSize(1 + 200 - refused.size());

      after(refused.getLast().retryAfter(), () -> ann.post("in time"));
      assertThat(ben.awaitPost().action()).isEqualTo(Action.Post.text("in time"));
    }
  }

  @Test
  void comingBackDoesNotHelp() throws StartException {
    try (var server = start(RateLimits.NONE.withWriting(new Rate(1, 0.01)))) {
      Peer ann = server.join("Ann");
      ann.post("once");
      ann.close();
      assertThat(server.resume(ann.token()).refused(Peer.postRequest("twice")))
          .isEqualTo(Fault.RATE_LIMITED);
    }
  }

  @Test
  void newPeopleAreCountedByAddressAndThoseWhoComeBackAreNot() throws StartException {
    var limits = new RateLimits(Map.of(), Map.of(RateCategory.JOINING, new Rate(2, 0.01)));
    try (var server = start(limits)) {
      Peer ann = server.join("Ann");
      server.join("Ben");
      Peer cleo = server.connect();
      FaultException refused = catchThrowableOfType(FaultException.class, () -> cleo.join("Cleo"));
      assertThat(refused.fault()).isEqualTo(Fault.RATE_LIMITED);
      assertThat(refused.retryAfter()).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(100));
      assertThat(server.resume(ann.token()).me()).isEqualTo(ann.me());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"method\":\"hello\",\"params\":{}",
        "\"method\":\"resume\",\"params\":{\"token\":\"0123456789012345678901234567890123456789\"}",
        "\"method\":\"resume\",\"params\":{}",
        "\"method\":\"markRead\",\"params\":{\"chat\":1,\"seq\":1}",
        "\"method\":\"fromTheFuture\",\"params\":{}",
      })
  void whatIsRefusedOrAskedBeforeJoiningCountsToo(String request) throws StartException {
    Rate few = new Rate(3, 0.01);
    var limits =
        new RateLimits(Map.of(), Map.of(RateCategory.RESUMING, few, RateCategory.OTHER, few));
    try (var server = start(limits)) {
      Peer stranger = server.connect();
      for (int i = 0; i < 4; i++) {
        stranger.sendRaw("{\"jsonrpc\":\"2.0\",\"id\":70," + request + "}");
      }
      stranger.sendRaw("{\"jsonrpc\":\"2.0\",\"id\":71,\"method\":\"join\",\"params\":{}}");
      Frame.ErrorFrame refusal = stranger.awaitStrayRefusal();
      while (refusal.fault() != Fault.RATE_LIMITED) {
        assertThat(refusal.id()).hasValue(70);
        refusal = stranger.awaitStrayRefusal();
      }
    }
  }

  @Test
  void comingBackIsCountedByPerson() throws StartException {
    var limits = new RateLimits(Map.of(RateCategory.RESUMING, new Rate(2, 0.01)), Map.of());
    try (var server = start(limits)) {
      Peer ann = server.join("Ann");
      Peer ben = server.join("Ben");
      server.resume(ann.token());
      server.resume(ann.token());
      assertThat(server.connect().refused(new Request.Resume(ann.token())))
          .isEqualTo(Fault.RATE_LIMITED);
      assertThat(server.resume(ben.token()).me()).isEqualTo(ben.me());
    }
  }

  @Test
  void aFullOutboxGoesOutInOrderUnderATightLimit() throws Exception {
    int posts = 200;
    try (var server = start(RateLimits.NONE.withWriting(new Rate(5, 150)))) {
      Peer ann = server.join("Ann");
      var address = new Address("127.0.0.1", server.port(), true, null);
      var profile = new ProfileFolder(folder.resolve("ben"));
      Identity ben = new Joining(WebSocketLink::open, profile).join(address, "Ben").get();
      Picture picture = new Picture();
      try (HearthClient client =
          HearthClient.start(profile.create(ben), WebSocketLink::open, picture)) {
        List<String> texts = IntStream.range(0, posts).mapToObj(i -> "message " + i).toList();
        texts.forEach(text -> client.append(Peer.LOBBY, Action.Post.text(text)));
        List<Action> heard = new ArrayList<>();
        while (heard.size() < posts) {
          heard.add(ann.awaitPost().action());
        }
        assertThat(heard).isEqualTo(texts.stream().map(Action.Post::text).toList());
        assertThat(
                picture.await(
                    Duration.ofSeconds(10),
                    p -> p.chat(Peer.LOBBY).orElseThrow().newest().pending() == null))
            .isTrue();
      }
    }
  }

  private ServerFixture start(RateLimits limits) throws StartException {
    return new ServerFixture(folder.resolve("data"), config -> config.with(limits));
  }

  private static CompletableFuture<Optional<FaultException>> refusal(Peer peer, String text) {
    return peer.ask(Peer.postRequest(text))
        .handle(
            (_, failed) ->
                switch (failed) {
                  case null -> Optional.empty();
                  case FaultException refused -> Optional.of(refused);
                  default -> throw new CompletionException(failed);
                });
  }

  /// Does what a client does that was told to wait.
  private static void after(Duration wait, Runnable action) {
    var then = CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS);
    CompletableFuture.runAsync(action, then).join();
  }
}

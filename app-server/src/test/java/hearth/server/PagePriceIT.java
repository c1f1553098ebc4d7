package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hearth.client.link.Address;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Limits;
import hearth.protocol.Page;
import hearth.protocol.Request;
import hearth.protocol.Request.FetchHistory;
import hearth.protocol.Request.Side;
import hearth.protocol.Response;
import hearth.server.policy.Rate;
import hearth.server.policy.RateCategory;
import hearth.server.policy.RateLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reading costs by what it brings.
class PagePriceIT {
  private static final int POSTS = 300;

  /// Takes 17 tokens.
  private static final Request HUGE =
      new FetchHistory(Peer.LOBBY, Side.BEFORE, Long.MAX_VALUE, 200);

  @TempDir Path folder;

  @Test
  void aReaderOfHugePagesIsSlowedAndOneOfSmallPagesIsNot() throws StartException {
    try (var server = start(new Rate(20, 0.02))) {
      Peer ben = server.join("Ben");
      assertThat(((Response.History) ben.call(HUGE)).page().rows()).hasSizeBetween(60, 70);
      assertThat(((Response.History) ben.call(HUGE)).page().rows()).isNotEmpty();
      FaultException refused = catchThrowableOfType(FaultException.class, () -> ben.call(HUGE));
      assertThat(refused.fault()).isEqualTo(Fault.RATE_LIMITED);
      assertThat(refused.retryAfter())
          .as("34 tokens of 20, and the time for them")
          .isBetween(Duration.ofSeconds(600), Duration.ofSeconds(800));

      Peer cleo = server.join("Cleo");
      for (int i = 0; i < 20; i++) {
        Page page = cleo.history(Side.BEFORE, POSTS, 3);
        assertThat(page.rows()).hasSize(3);
      }
      assertThat(cleo.refused(HUGE)).as("20 requests").isEqualTo(Fault.RATE_LIMITED);
    }
  }

  @Test
  void whatIsAskedForAtOnceIsNotAllReadOnCredit() throws StartException {
    try (var server = start(new Rate(60, 0.02))) {
      Peer ben = server.join("Ben");
      List<CompletableFuture<Response>> asked = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        asked.add(ben.ask(HUGE));
      }
      List<Object> answers = asked.stream().map(PagePriceIT::answer).toList();
      // 60 tokens are 4 pages, or 3 where all have paid for being asked before the first is read
      long read = answers.stream().filter(Response.History.class::isInstance).count();
      assertThat(read).isBetween(3L, 4L);
      assertThat(Collections.frequency(answers, Fault.RATE_LIMITED)).isEqualTo(20 - (int) read);
    }
  }

  private static Object answer(CompletableFuture<Response> asked) {
    return asked
        .handle((answer, why) -> why instanceof FaultException no ? no.fault() : answer)
        .join();
  }

  @Test
  void theFirstOverviewCountsTooAndIsNotRefused() throws StartException {
    try (var server = start(new Rate(1, 0.02))) {
      Peer ben = server.join("Ben");
      assertThat(((Response.History) ben.call(HUGE)).page().rows()).isNotEmpty();
      Peer again = server.resume(ben.token());
      assertThat(again.overview().chats()).hasSize(1);
      assertThat(again.refused(HUGE)).isEqualTo(Fault.RATE_LIMITED);
    }
  }

  @Test
  void theClientWalksAHistoryOfHugePagesToItsFirstMessage() throws Exception {
    try (var server = start(new Rate(20, 60))) {
      var address = new Address("127.0.0.1", server.port(), true, null);
      try (Device ben = Device.join(folder.resolve("Ben"), address)) {
        ben.await(p -> !p.messages(Peer.LOBBY).isEmpty());
        while (!ben.picture().complete(Peer.LOBBY)) {
          long first = ben.picture().rows(Peer.LOBBY).getFirst().at().toEpochMilli();
          int rows = ben.picture().rows(Peer.LOBBY).size();
          ben.client().older(Peer.LOBBY);
          ben.await(
              p ->
                  p.complete(Peer.LOBBY)
                      || p.rows(Peer.LOBBY).size() > rows
                      || p.rows(Peer.LOBBY).getFirst().at().toEpochMilli() < first);
        }
        assertThat(ben.texts()).first().isEqualTo(text(0));
        assertThat(server.server().metrics().get("requests.refused.rate_limited")).isPositive();
      }
    }
  }

  /// A server with a lobby full of long texts, in which reading has limits.
  private ServerFixture start(Rate reading) throws StartException {
    var limits = new RateLimits(Map.of(RateCategory.HISTORY, reading), Map.of());
    var server = new ServerFixture(folder.resolve("data"), config -> config.with(limits));
    Peer ann = server.join("Ann");
    List<CompletableFuture<Response>> posts =
        IntStream.range(0, POSTS).mapToObj(i -> ann.ask(Peer.postRequest(text(i)))).toList();
    posts.forEach(CompletableFuture::join);
    return server;
  }

  private static String text(int number) {
    return (number + " ").repeat(Limits.TEXT).substring(0, Limits.TEXT - 1) + ".";
  }
}

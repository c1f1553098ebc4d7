package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Limits;
import hearth.protocol.Request;
import hearth.protocol.Request.FetchHistory;
import hearth.protocol.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pages are read from the disk as fast as their reader takes them, and no faster.
class PageReadIT {
  private static final Request PAGE =
      new FetchHistory(Peer.LOBBY, Request.Side.BEFORE, Long.MAX_VALUE, 200);
  private static final int PAGES = 60;
  private static final int TOO_MANY = 400;

  @TempDir Path data;
  private ServerFixture server;
  private Peer ann;
  private Peer ben;

  @BeforeEach
  void fill() throws StartException {
    server = new ServerFixture(data);
    ann = server.join("Ann");
    ben = server.join("Ben");
    String text = "🔥".repeat(Limits.TEXT);
    List<CompletableFuture<Response>> posts = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      posts.add(ann.ask(Peer.postRequest(text)));
    }
    posts.forEach(CompletableFuture::join);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /// Together they are longer by far than what may wait for one connection.
  @Test
  void whoAsksForManyPagesAtOnceGetsThemAllHoweverSlowlyItReads() {
    Peer device = server.resume(ben.token());
    List<CompletableFuture<Response>> pages = askAndReadNothing(device, PAGES);
    device.goOnReading();
    for (CompletableFuture<Response> page : pages) {
      Response answer = page.orTimeout(60, TimeUnit.SECONDS).join();
      assertThat(((Response.History) answer).page().rows()).isNotEmpty();
    }
  }

  @Test
  void thePagesThatWaitAreBoundedByPersonAndForgottenWithTheConnection() {
    Peer deaf = server.resume(ben.token());
    Peer device = server.resume(ben.token());
    List<CompletableFuture<Response>> pages = askAndReadNothing(deaf, TOO_MANY);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
    while (refusal(device) != Fault.SERVER_BUSY) { // a few pages fit into the socket
      assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
      pages.addAll(ask(deaf, TOO_MANY));
    }
    assertThat(((Response.History) ann.call(PAGE)).page().rows()).isNotEmpty();
    deaf.cut();
    deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
    while (refusal(device) == Fault.SERVER_BUSY) {
      assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
    }
    assertThat(pages).anyMatch(CompletableFuture::isCompletedExceptionally);
  }

  @Test
  void aStopDoesNotWaitForWhoDoesNotRead() throws StartException {
    Peer deaf = server.resume(ben.token());
    askAndReadNothing(deaf, PAGES);
    server.restart();
    assertThat(server.resume(ann.token()).me()).isEqualTo(ann.me());
    deaf.goOnReading();
  }

  private List<CompletableFuture<Response>> askAndReadNothing(Peer deaf, int count) {
    deaf.stopReading();
    return ask(deaf, count);
  }

  /// Returns when the server has begun with all of them.
  private List<CompletableFuture<Response>> ask(Peer deaf, int count) {
    List<CompletableFuture<Response>> pages = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      pages.add(deaf.ask(PAGE));
    }
    server.askAndHear(deaf, ann);
    return pages;
  }

  private static Fault refusal(Peer peer) {
    try {
      peer.call(PAGE);
      return Fault.UNKNOWN;
    } catch (FaultException refused) {
      return refused.fault();
    } catch (CompletionException lost) {
      throw new AssertionError(lost);
    }
  }
}

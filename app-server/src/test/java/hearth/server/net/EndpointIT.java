package hearth.server.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Frame;
import hearth.server.metrics.Supervision;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who is let in, for how long, and what a mistake of ours costs. The server of these tests says
/// back what it hears.
class EndpointIT {
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final ConnectionLimits ROOMY =
      new ConnectionLimits(
          1 << 20, 1 << 30, 1_000, 1_000, new ConnectionLimits.Times(LONG, LONG, LONG, LONG));

  private static final HostNames HOSTS = new HostNames(List.of("chat.example.org"));

  private final Deque<ClientConnection> connections = new ConcurrentLinkedDeque<>();
  private final List<RawPeer> peers = new ArrayList<>();
  private Endpoint endpoint = listen(ROOMY);

  @AfterEach
  void stop() throws IOException {
    for (RawPeer peer : peers) {
      peer.close();
    }
    close(endpoint);
  }

  private void listenAgain(ConnectionLimits limits) {
    close(endpoint);
    endpoint = listen(limits);
  }

  private static void close(Endpoint endpoint) {
    endpoint.stopListening();
    endpoint.close(Duration.ofSeconds(1));
  }

  @Test
  void ifTooMuchWaitsForAllTogetherTheFullestGoesFirst() throws IOException {
    int total = 4 << 20;
    listenAgain(new ConnectionLimits(1 << 30, total, 100, 100, ROOMY.times()));
    RawPeer bystander = open();
    RawPeer full = open();
    RawPeer fullest = open();
    assertServed(full);
    assertServed(fullest);
    full.text("say 2");
    fullest.text("say 64");
    await(connections.getLast()::isGone);
    assertThat(fullest.awaitClosed()).isEqualTo(OptionalInt.of(4008));
    for (int i = 0; i < 2; i++) {
      full.readText();
    }
    assertServed(full);
    assertServed(bystander);
  }

  private Receiver opened(ClientConnection connection) {
    connections.add(connection);
    return new Echo(connection);
  }

  private static void ended(Thread thread, Throwable why) {
    why.printStackTrace();
  }

  private static ConnectionLimits.Times times(
      Duration handshake, Duration joining, Duration pingAfter, Duration idle) {
    return new ConnectionLimits.Times(handshake, joining, pingAfter, idle);
  }

  private Endpoint listen(ConnectionLimits limits) {
    try {
      return Endpoint.listen(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
          null,
          limits,
          HOSTS,
          this::opened,
          Supervision.uncounted(EndpointIT::ended));
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  private RawPeer connect(String source) throws IOException {
    RawPeer peer = RawPeer.connectFrom(source, endpoint.address().getPort());
    peers.add(peer);
    return peer;
  }

  private RawPeer open() throws IOException {
    RawPeer peer = connect("127.0.0.1");
    assertThat(peer.handshake("")).contains("101");
    return peer;
  }

  private static void assertServed(RawPeer peer) throws IOException {
    peer.text("are you there?");
    assertThat(peer.readText()).contains("are you there?");
  }

  @Test
  void anAddressHasSoManyConnectionsAndOthersAreLetInAllTheSame() throws IOException {
    listenAgain(new ConnectionLimits(1 << 20, 1 << 30, 3, 100, ROOMY.times()));
    RawPeer first = open();
    open();
    connect("127.0.0.1");
    connect("127.0.0.1").awaitEnd();
    RawPeer other = connect("127.0.0.2");
    assertThat(other.handshake("")).contains("101");
    first.close();
    await(() -> endpoint.openSockets() < 4);
    assertServed(open());
    assertServed(other);
  }

  @Test
  void overTheNumberOfAllTogetherTheNextIsClosedAtOnce() throws IOException {
    listenAgain(new ConnectionLimits(1 << 20, 1 << 30, 100, 2, ROOMY.times()));
    RawPeer first = open();
    RawPeer second = connect("127.0.0.2");
    connect("127.0.0.3").awaitEnd();
    second.close();
    await(() -> endpoint.openSockets() < 2);
    assertServed(open());
    assertServed(first);
  }

  @Test
  void whoNeverShakesHandsIsCutOffAndLeavesNothingBehind() throws IOException {
    listenAgain(
        new ConnectionLimits(
            1 << 20,
            1 << 30,
            100,
            100,
            times(Duration.ofMillis(200), LONG, Duration.ofSeconds(1), LONG)));
    RawPeer silent = connect("127.0.0.1");
    RawPeer dripping = connect("127.0.0.1");
    dripping.send("GET / HTTP/1.1\r\nHost: he".getBytes(UTF_8));
    silent.awaitEnd();
    dripping.awaitEnd();
    await(() -> endpoint.openSockets() == 0 && endpoint.tracked() == 0);
    assertServed(open());
  }

  @Test
  void aHandshakeWithoutEndIsCutOffAtItsBoundInBytes() throws IOException {
    RawPeer peer = connect("127.0.0.1");
    peer.send(("GET / HTTP/1.1\r\nX: " + "x".repeat(9_000)).getBytes(UTF_8));
    peer.awaitEnd();
    assertServed(open());
  }

  @Test
  void whoGoesBeforeShakingHandsLeavesNothingBehindAtOnce() throws IOException {
    for (int i = 0; i < 200; i++) {
      RawPeer.connect(endpoint.address().getPort()).close();
    }
    await(() -> endpoint.openSockets() == 0 && endpoint.tracked() == 0);
    assertServed(open());
  }

  @Test
  void whoDoesNotAnswerPingsIsGoneAndWhoAnswersStays() throws IOException {
    listenAgain(
        new ConnectionLimits(
            1 << 20,
            1 << 30,
            100,
            100,
            times(LONG, LONG, Duration.ofMillis(100), Duration.ofMillis(1_000))));
    RawPeer dead = open();
    RawPeer alive = open();
    CompletableFuture<Void> answering =
        CompletableFuture.runAsync(() -> answerPings(alive), Thread::startVirtualThread);
    dead.awaitEnd();
    alive.text("are you there?");
    answering.orTimeout(15, TimeUnit.SECONDS).join();
  }

  @Test
  void whoNeverJoinsIsCutOffThoughItAnswersPings() throws IOException {
    listenAgain(
        new ConnectionLimits(
            1 << 20,
            1 << 30,
            100,
            100,
            times(LONG, Duration.ofSeconds(1), Duration.ofMillis(100), LONG)));
    RawPeer joined = open();
    joined.text("join");
    RawPeer stranger = open();
    RawPeer.Received frame = stranger.read();
    while (frame.opcode() == 9) {
      stranger.send(RawPeer.frame(0x8A));
      frame = stranger.read();
    }
    assertThat(Short.toUnsignedInt(frame.payload().getShort(0))).isEqualTo(1008);
    assertServed(joined);
  }

  /// Until the server says back what it was told.
  private static void answerPings(RawPeer peer) {
    try {
      RawPeer.Received frame = peer.read();
      while (frame.opcode() != 1) {
        if (frame.opcode() == 9) {
          peer.send(RawPeer.frame(0x8A));
        }
        frame = peer.read();
      }
    } catch (IOException gone) {
      throw new AssertionError("cut off all the same", gone);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "101, ''",
    "101, Origin: http://127.0.0.1:7420",
    "101, Origin: https://127.0.0.1",
    "403, Origin: https://evil.example",
    "403, Origin: http://127.0.0.1.evil.example",
    "403, Origin: null",
    "403, Origin: http://[nonsense",
  })
  void aPageOfElsewhereIsNotLetIn(String status, String header) throws IOException {
    RawPeer peer = connect("127.0.0.1");
    assertThat(peer.handshake(header.isEmpty() ? "" : header + "\r\n")).contains(status);
  }

  @ParameterizedTest
  @CsvSource({
    "101, localhost:7420",
    "101, LOCALHOST",
    "101, [::1]:7420",
    "101, [fe80::1%eth0]:7420",
    "101, 203.0.113.5:443",
    "101, chat.example.org",
    "101, Chat.Example.Org.:7420",
    "421, evil.example",
    "421, evil.example:7420",
    "421, localhost.evil.example",
    "421, 127.0.0.1.evil.example",
    "400, ''",
    "400, a b",
    "400, localhost:7420:1",
    "400, user@localhost",
    "400, localhost/x",
  })
  void onlyOwnNamesAndAddressesAreAnswered(String status, String host) throws IOException {
    assertThat(answerTo("Host: 127.0.0.1:7420", "Host: " + host)).startsWith("HTTP/1.1 " + status);
    assertThat(answerTo("Host: 127.0.0.1:7420", "Host: " + host + "\r\nOrigin: http://" + host))
        .startsWith("HTTP/1.1 " + status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | Host: 127.0.0.1:7420      | X: y",
        "400 | Host: 127.0.0.1:7420      | Host: 127.0.0.1\\r\\nHost: 127.0.0.1",
        "400 | Upgrade: websocket        | X: y",
        "400 | Upgrade: websocket        | Upgrade: h2c",
        "101 | Upgrade: websocket        | Upgrade: h2c, WebSocket",
        "400 | Connection: Upgrade       | X: y",
        "400 | Connection: Upgrade       | Connection: keep-alive",
        "101 | Connection: Upgrade       | Connection: keep-alive, upgrade",
        "400 | Sec-WebSocket-Key: KEY    | X: y",
        "400 | Sec-WebSocket-Key: KEY    | Sec-WebSocket-Key: c2hvcnQ=",
        "400 | Sec-WebSocket-Key: KEY    | Sec-WebSocket-Key: !GhlIHNhbXBsZSBub25jZQ==",
        "400 | Sec-WebSocket-Key: KEY    | Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZSE=",
        "426 | Sec-WebSocket-Version: 13 | X: y",
        "426 | Sec-WebSocket-Version: 13 | Sec-WebSocket-Version: 12",
        "426 | Sec-WebSocket-Version: 13 | Sec-WebSocket-Version: 14",
        "400 | Sec-WebSocket-Protocol: hearth.v1 | X: y",
        "400 | GET / HTTP/1.1            | POST / HTTP/1.1",
        "400 | GET / HTTP/1.1            | GET / HTTP/1.0",
      })
  void aRequestThatIsNoWebSocketHandshakeIsRefused(String status, String line, String instead)
      throws IOException {
    String key = "dGhlIHNhbXBsZSBub25jZQ==";
    String answer = answerTo(line.replace("KEY", key), instead.replace("\\r\\n", "\r\n"));
    assertThat(answer).startsWith("HTTP/1.1 " + status);
    assertThat(answer.contains("Sec-WebSocket-Version: 13")).isEqualTo(status.equals("426"));
  }

  /// All that is answered to a request with another line than usual.
  private String answerTo(String line, String instead) throws IOException {
    RawPeer peer = connect("127.0.0.1");
    String request = RawPeer.request("");
    assertThat(request).contains(line);
    peer.send(request.replace(line, instead).getBytes(UTF_8));
    return peer.head();
  }

  @ParameterizedTest
  @ValueSource(strings = {"exception", "assertion", "depth", "memory", "class"})
  void aMistakeOfOursEndsThatConnectionAlone(String mistake) throws IOException {
    RawPeer bystander = open();
    assertServed(bystander);
    int workers = Runtime.getRuntime().availableProcessors();
    for (int i = 0; i <= workers; i++) {
      RawPeer unlucky = open();
      unlucky.text(mistake);
      assertThat(unlucky.awaitClosed()).isEqualTo(OptionalInt.of(1011));
    }
    assertServed(bystander);
    assertServed(open());
  }

  @Test
  void aConnectionThatNobodyWillHearOfIsClosed() throws IOException {
    close(endpoint);
    endpoint =
        Endpoint.listen(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            null,
            ROOMY,
            HOSTS,
            _ -> {
              throw new IllegalStateException("no door");
            },
            Supervision.uncounted(EndpointIT::ended));
    assertThat(open().awaitClosed()).isEqualTo(OptionalInt.of(1011));
  }

  @Test
  void thePortIsFreeWhenListeningHasStopped() throws IOException {
    RawPeer inside = open();
    InetSocketAddress address = endpoint.address();
    endpoint.stopListening();
    // On this address alone: on another one, anybody on this machine may have taken the port.
    try (var _ = new ServerSocket(address.getPort(), 1, address.getAddress())) {
      assertServed(inside);
    }
  }

  private static void await(BooleanSupplier state) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
    while (!state.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  /// Says back what it hears, but for the words that have it make a mistake.
  private record Echo(ClientConnection connection) implements Receiver {
    @Override
    public void received(String text) {
      switch (text) {
        case "join" -> connection.joined();
        case "say 2", "say 64" -> {
          for (int i = Integer.parseInt(text.substring(4)); i > 0; i--) {
            say("x".repeat(500_000));
          }
        }
        case "exception" -> throw new IllegalStateException(text);
        case "assertion" -> throw new AssertionError(text);
        case "depth" -> throw new StackOverflowError(text);
        case "memory" -> throw new OutOfMemoryError(text);
        case "class" -> throw new NoClassDefFoundError(text);
        default -> say(text);
      }
    }

    private void say(String text) {
      connection.send(
          Packet.of(
              new Frame.ErrorFrame(
                  OptionalLong.empty(), new FaultException(Fault.INTERNAL, text))));
    }

    @Override
    public void closed() {}
  }
}

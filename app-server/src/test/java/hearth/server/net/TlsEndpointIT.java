package hearth.server.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Frame;
import hearth.server.identity.ServerKey;
import hearth.server.metrics.Supervision;
import hearth.server.policy.Rate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// TLS between a server that says back what it hears, and clients that do not play fair.
class TlsEndpointIT {
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final int FLOOD = 200;
  private static final int LENGTH = 60_000;

  @TempDir Path folder;
  private final Deque<ClientConnection> connections = new ConcurrentLinkedDeque<>();
  private final List<Socket> sockets = new ArrayList<>();
  private Endpoint endpoint;

  @BeforeEach
  void start() throws IOException {
    endpoint = listen(LONG);
  }

  @AfterEach
  void stop() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
    close(endpoint);
  }

  private Endpoint listen(Duration handshake) throws IOException {
    return listen(handshake, Rate.ANY);
  }

  private Endpoint listen(Duration handshake, Rate handshakes) throws IOException {
    return Endpoint.listen(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        ServerKey.ofFolder(folder),
        new ConnectionLimits(
            1 << 30,
            1L << 40,
            1_000,
            1_000,
            ConnectionLimits.Handshakes.of(handshakes),
            new ConnectionLimits.Times(handshake, LONG, handshake.dividedBy(10), LONG)),
        new HostNames(List.of()),
        connection -> {
          connections.add(connection);
          return new Echo(connection);
        },
        Supervision.uncounted((_, failed) -> failed.printStackTrace()));
  }

  private static void close(Endpoint endpoint) {
    endpoint.stopListening();
    endpoint.close(Duration.ofMillis(100));
  }

  private Socket tcp() throws IOException {
    Socket socket = new Socket();
    sockets.add(socket);
    socket.setReceiveBufferSize(8 * 1024);
    socket.connect(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), endpoint.address().getPort()));
    return socket;
  }

  private static SSLSocket tls(Socket socket) throws IOException, GeneralSecurityException {
    return tls(socket, trusting(new Anybody()));
  }

  private static SSLContext trusting(TrustManager whom) throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLSv1.3");
    context.init(null, new TrustManager[] {whom}, new SecureRandom());
    return context;
  }

  private static SSLSocket tls(Socket socket, SSLContext context) throws IOException {
    SSLSocket tls =
        (SSLSocket) context.getSocketFactory().createSocket(socket, "127.0.0.1", 1, true);
    tls.startHandshake();
    return tls;
  }

  private static RawPeer open(SSLSocket socket) throws IOException {
    RawPeer peer = RawPeer.over(socket);
    assertThat(peer.handshake("")).contains("101");
    assertServed(peer); // so its connection is known here
    return peer;
  }

  private RawPeer open() throws Exception {
    return open(tls(tcp()));
  }

  private static void assertServed(RawPeer peer) throws IOException {
    peer.text("are you there?");
    assertThat(peer.readText()).contains("are you there?");
  }

  @Test
  void connectionsThatSayNothingCostNoProcessorTime() throws Exception {
    close(endpoint);
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    List<Long> before = selectors();
    endpoint = listen(Duration.ofSeconds(1));
    long begun = System.nanoTime();
    for (int i = 0; i < 20; i++) {
      tcp();
    }
    await(() -> endpoint.openSockets() == 20);
    List<Long> ours = selectors();
    ours.removeAll(before);
    assertThat(ours).hasSize(1);
    await(() -> endpoint.tracked() == 0);
    long passed = System.nanoTime() - begun;
    assertThat(passed).isGreaterThan(TimeUnit.SECONDS.toNanos(1));
    assertThat(threads.getThreadCpuTime(ours.getFirst())).isLessThan(passed / 5);
  }

  private static List<Long> selectors() {
    List<Long> found = new ArrayList<>();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("WebSocketSelector")) {
        found.add(thread.threadId());
      }
    }
    return found;
  }

  @Test
  void whatASlowReaderHasNotTakenArrivesWholeWithoutAnotherWord() throws Exception {
    RawPeer slow = open();
    slow.text("flood");
    await(() -> connections.getFirst().waiting() > 1 << 20);
    for (int i = 0; i < FLOOD; i++) {
      assertThat(slow.readText()).contains("\"" + i + " ").hasSizeGreaterThan(LENGTH);
    }
    assertServed(slow);
  }

  @Test
  void nothingIsHeldForAConnectionThatIsIdle() throws Exception {
    RawPeer peer = open();
    peer.text("flood");
    ClientConnection connection = connections.getFirst();
    await(() -> connection.waiting() > 1 << 20);
    assertThat(connection.retainedBytes()).isPositive();
    for (int i = 0; i < FLOOD; i++) {
      peer.readText();
    }
    assertServed(peer);
    assertThat(connection.waiting()).isZero();
    assertThat(connection.retainedBytes()).isZero();
  }

  @Test
  void garbageInsteadOfTlsEndsThatConnectionAlone() throws Exception {
    RawPeer bystander = open();
    Socket tcp = tcp();
    RawPeer peer = open(tls(tcp));
    tcp.getOutputStream().write(new byte[5_000]);
    peer.awaitEnd();
    assertServed(bystander);
    assertServed(open());
  }

  /// More than is read at once, so that the end is met where the library looks at no connection in
  /// particular.
  @Test
  void garbageAfterMuchElseEndsThatConnectionAlone() throws Exception {
    List<RawPeer> bystanders = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      bystanders.add(open());
    }
    for (int i = 0; i < 5; i++) {
      Socket tcp = tcp();
      RawPeer peer = open(tls(tcp));
      ByteArrayOutputStream much = new ByteArrayOutputStream();
      for (int j = 0; j < 10; j++) {
        much.write(RawPeer.frame(0x81, "x".repeat(LENGTH).getBytes(UTF_8)));
      }
      peer.send(much.toByteArray());
      tcp.getOutputStream().write(new byte[5_000]);
      for (RawPeer bystander : bystanders) {
        bystander.text("hello");
      }
      peer.awaitEnd();
      for (RawPeer bystander : bystanders) {
        assertThat(bystander.readText()).contains("hello");
      }
    }
  }

  @Test
  void keysMayBeRenewed() throws Exception {
    SSLSocket tls = tls(tcp());
    RawPeer peer = open(tls);
    for (int i = 0; i < 5; i++) {
      tls.startHandshake(); // of TLS 1.3: new keys, in both directions
      assertServed(peer);
    }
  }

  @Test
  void whoRenewsKeysAndNeverReadsHoldsNobodyUp() throws Exception {
    RawPeer bystander = open();
    SSLSocket tls = tls(tcp());
    RawPeer peer = open(tls);
    ClientConnection connection = connections.getLast();
    peer.text("flood");
    await(() -> connection.waiting() > 1 << 20);
    for (int i = 0; i < 40; i++) { // many come together, and are read together
      tls.startHandshake();
      peer.text("and more");
    }
    assertServed(bystander);
    for (int i = 0; i < FLOOD; i++) {
      peer.readText();
    }
    assertThat(peer.readText()).contains("and more");
    assertServed(bystander);
  }

  @Test
  void whoRenewsKeysWithoutEndIsCutOff() throws Exception {
    RawPeer bystander = open();
    SSLSocket tls = tls(tcp());
    RawPeer peer = open(tls);
    ClientConnection connection = connections.getLast();
    peer.text("flood");
    await(() -> connection.waiting() > 1 << 20);
    int tracked = endpoint.tracked();
    for (int i = 0; i < 1_000 && endpoint.tracked() == tracked; i++) {
      renew(tls);
    }
    await(() -> endpoint.tracked() < tracked);
    assertServed(bystander);
  }

  private static void renew(SSLSocket tls) {
    try {
      tls.startHandshake();
    } catch (IOException cutOff) {
      // As it should be.
    }
  }

  @Test
  void randomBytesInPlaceOfAHandshakeEndThatConnectionAlone() throws Exception {
    RawPeer bystander = open();
    Random random = new Random(20_260_101);
    for (int i = 0; i < 50; i++) {
      byte[] bytes = new byte[1 + random.nextInt(2_000)];
      random.nextBytes(bytes);
      if (i % 2 == 0) {
        bytes[0] = 0x16; // as a handshake would begin
      }
      try (Socket tcp = tcp()) {
        tcp.getOutputStream().write(bytes);
      }
    }
    assertServed(bystander);
    await(() -> endpoint.tracked() == 1);
  }

  @Test
  void aClassroomGetsInAtOnceAndWhoeverComesTooFastWaitsAloneForIt() throws Exception {
    close(endpoint);
    int pupils = 30;
    endpoint = listen(LONG, new Rate(pupils, 0.001));
    for (int i = 0; i < pupils; i++) {
      open();
    }
    CompletableFuture<SSLSocket> tooFast = new CompletableFuture<>();
    Socket tcp = tcp();
    Thread.startVirtualThread(
        () -> {
          try {
            tooFast.complete(tls(tcp));
          } catch (IOException | GeneralSecurityException failed) {
            tooFast.completeExceptionally(failed);
          }
        });
    await(() -> endpoint.waitingHandshakes() == 1);
    Socket elsewhere = new Socket();
    sockets.add(elsewhere);
    elsewhere.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.2"), 0));
    elsewhere.connect(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), endpoint.address().getPort()));
    assertServed(open(tls(elsewhere)));
    assertThat(tooFast).isNotDone();
    assertThat(endpoint.waitingHandshakes()).isEqualTo(1);
  }

  @Test
  void whoWaitsTooLongIsGivenUp() throws Exception {
    close(endpoint);
    endpoint = listen(Duration.ofSeconds(1), new Rate(1, 0.001));
    RawPeer first = open();
    assertThatThrownBy(() -> tls(tcp())).isInstanceOf(IOException.class);
    await(() -> endpoint.tracked() == 1);
    assertServed(first);
  }

  /// A record of 16 KB is announced, and comes a byte at a time.
  @Test
  void aHandshakeThatDripsIsCutOff() throws Exception {
    close(endpoint);
    endpoint = listen(Duration.ofSeconds(1));
    RawPeer bystander = open();
    Socket drip = tcp();
    drip.getOutputStream().write(new byte[] {0x16, 3, 1, 0x40, 0, 1});
    await(() -> endpoint.tracked() == 2);
    int bytes = 0;
    try {
      while (endpoint.tracked() == 2) {
        drip.getOutputStream().write(0);
        bytes++;
        assertServed(bystander);
      }
    } catch (SocketException cutOff) {
      // As it should be.
    }
    await(() -> endpoint.tracked() == 1);
    assertThat(bytes).isLessThan(16 * 1024);
  }

  /// By a ticket (RFC 8446, section 2.2): the server need not sign, nor the client verify.
  @Test
  void whoComesBackIsKnown() throws Exception {
    Anybody trust = new Anybody();
    SSLContext client = trusting(trust);
    SSLSocket socket = tls(tcp(), client);
    RawPeer peer = open(socket);
    peer.close();
    assertThat(trust.asked).hasValue(1);
    assertServed(open(tls(tcp(), client)));
    assertThat(trust.asked).hasValue(1);
  }

  /// The end of the TLS connection comes together with a last message, and the socket stays open.
  @Test
  void closeNotifyEndsAConnection() throws Exception {
    RawPeer bystander = open();
    List<Socket> open = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      Socket tcp = tcp();
      SSLSocket tls = tls(tcp);
      RawPeer peer = open(tls);
      peer.text("one more");
      tls.shutdownOutput(); // close_notify alone
      open.add(tcp);
    }
    await(() -> endpoint.tracked() == 1);
    assertThat(open).noneMatch(Socket::isClosed);
    assertServed(bystander);
  }

  private static void await(BooleanSupplier state) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!state.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  /// Says back what it hears, or says very much.
  private record Echo(ClientConnection connection) implements Receiver {
    @Override
    public void received(String text) {
      if (text.equals("flood")) {
        for (int i = 0; i < FLOOD; i++) {
          say(i + " " + "x".repeat(LENGTH));
        }
      } else {
        say(text);
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

  /// Trusts any key.
  private static final class Anybody extends X509ExtendedTrustManager {
    private final AtomicInteger asked = new AtomicInteger();

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
      asked.incrementAndGet();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}

package hearth.bench;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.Address;
import hearth.client.link.Link;
import hearth.client.link.PinnedKey;
import hearth.client.link.WebSocketLink;
import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.Frame;
import hearth.protocol.Request;
import hearth.protocol.Response;
import hearth.protocol.SendId;
import hearth.protocol.json.Codec;
import hearth.protocol.json.CodecException;
import hearth.server.ServerMain;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLEngine;
import org.junit.jupiter.api.Test;

/// What TLS handshakes that stop after the server's answer cost those who are there: the p99 of
/// their posts during a flood, beside that before it; with a server that lets all handshakes begin
/// at once (`--no-limits`) and one that does not, in turn. The attacker needs next to no processor:
/// it sends the same bytes each time.
///
/// Prints its figures and asserts no times; runs only when it is named (see CONTRIBUTING.md).
class HandshakeFloodBench {
  private static final int PER_SECOND = Integer.getInteger("hearth.flood.rate", 284);
  private static final int ROUNDS = Integer.getInteger("hearth.flood.rounds", 5);
  private static final int PEOPLE = 8;
  private static final int POSTS = 480;
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100) / PEOPLE;
  private static final ChatId LOBBY = new ChatId(1);

  private final SecureRandom random = new SecureRandom();
  private final AtomicLong ids = new AtomicLong();

  @Test
  void postsDuringAFloodOfHandshakes() throws Exception {
    try (ChildServer unlimited = ChildServer.start(ServerMain.class, List.of(), List.of());
        ChildServer limited = ChildServer.start(Limited.class, List.of(), List.of())) {
      Crowd left = new Crowd(unlimited);
      Crowd right = new Crowd(limited);
      left.times();
      right.times();
      double[] before = new double[ROUNDS];
      double[] now = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        before[round] = left.ratio("no-limits");
        now[round] = right.ratio("limits");
      }
      Arrays.sort(before);
      Arrays.sort(now);
      System.out.printf(
          "handshakes per_s=%d median_p99_ratio: no-limits %.2f, limits %.2f%n",
          PER_SECOND, before[ROUNDS / 2], now[ROUNDS / 2]);
    }
  }

  /// People who post in turn, ten times per second each.
  private final class Crowd implements Link.Listener {
    private final ChildServer child;
    private final InetSocketAddress server;
    private final List<Link> people = new ArrayList<>();
    private final Map<Long, Long> sent = new ConcurrentHashMap<>();
    private final Map<Long, CompletableFuture<Long>> answers = new ConcurrentHashMap<>();

    Crowd(ChildServer child) throws Exception {
      this.child = child;
      server = child.address();
      for (int i = 0; i < PEOPLE; i++) {
        CompletableFuture<Link> open = new CompletableFuture<>();
        Link link =
            WebSocketLink.open(
                new Address(server.getAddress().getHostAddress(), server.getPort()),
                null,
                new Opening(open, this));
        open.get(10, TimeUnit.SECONDS);
        people.add(link);
        ask(link, new Request.Join("Person " + i, UUID.randomUUID().toString() + UUID.randomUUID()))
            .get(10, TimeUnit.SECONDS);
      }
    }

    private CompletableFuture<Long> ask(Link link, Request request) {
      long id = ids.incrementAndGet();
      CompletableFuture<Long> answer = new CompletableFuture<>();
      answers.put(id, answer);
      sent.put(id, System.nanoTime());
      link.send(Codec.encode(new Frame.RequestFrame(OptionalLong.of(id), request)));
      return answer;
    }

    /// How long answers take, ascending.
    long[] times() {
      List<CompletableFuture<Long>> asked = new ArrayList<>();
      long next = System.nanoTime();
      for (int i = 0; i < POSTS; i++) {
        LockSupport.parkNanos(next - System.nanoTime());
        next += PAUSE;
        asked.add(
            ask(
                people.get(i % PEOPLE),
                new Request.Append(
                    LOBBY,
                    SendId.create(System.currentTimeMillis(), random),
                    Action.Post.text("x".repeat(130)))));
      }
      return asked.stream().mapToLong(CompletableFuture::join).sorted().toArray();
    }

    double ratio(String which) throws IOException {
      long begun = cpuMillis();
      long[] quiet = times();
      long quietCpu = cpuMillis() - begun;
      long[] flooded;
      long floodedCpu;
      long answered;
      try (Flood flood = new Flood(server)) {
        times(); // the first of a flood go ahead, as a classroom does
        long before = flood.answered();
        begun = cpuMillis();
        flooded = times();
        floodedCpu = cpuMillis() - begun;
        answered = flood.answered() - before;
      }
      assertThat(answered).as("the flood reaches the server").isPositive();
      double ratio = (double) flooded[POSTS * 99 / 100] / quiet[POSTS * 99 / 100];
      System.out.printf(
          "%s: p50 %.2f -> %.2f ms, p99 %.2f -> %.2f ms, ratio %.2f; server CPU %d -> %d ms for %d"
              + " posts and %d handshakes%n",
          which,
          quiet[POSTS / 2] / 1e6,
          flooded[POSTS / 2] / 1e6,
          quiet[POSTS * 99 / 100] / 1e6,
          flooded[POSTS * 99 / 100] / 1e6,
          ratio,
          quietCpu,
          floodedCpu,
          POSTS,
          answered);
      return ratio;
    }

    private long cpuMillis() {
      return child.meter().cpu().orElse(Duration.ZERO).toMillis();
    }

    @Override
    public void opened(Link link) {}

    @Override
    public void received(Link link, String text) {
      try {
        if (Codec.decode(text) instanceof Frame.ResponseFrame(long id, Response _)) {
          long took = System.nanoTime() - requireNonNull(sent.remove(id));
          requireNonNull(answers.remove(id)).complete(took);
        } else if (text.contains("\"error\"")) {
          throw new AssertionError(text);
        }
      } catch (CodecException broken) {
        throw new AssertionError(text, broken);
      }
    }

    @Override
    public void closed(Link link, Link.Closing why) {}
  }

  /// Tells when a link is open.
  private record Opening(CompletableFuture<Link> open, Link.Listener then)
      implements Link.Listener {
    @Override
    public void opened(Link link) {
      open.complete(link);
    }

    @Override
    public void received(Link link, String text) {
      then.received(link, text);
    }

    @Override
    public void closed(Link link, Link.Closing why) {}
  }

  /// Somebody elsewhere who has the server sign.
  private static final class Flood implements AutoCloseable {
    private final InetSocketAddress server;
    private final byte[] hello;
    private final AtomicLong answered = new AtomicLong();
    private volatile boolean over;

    Flood(InetSocketAddress server) throws IOException {
      this.server = server;
      SSLEngine engine = new PinnedKey(null).context().createSSLEngine();
      engine.setUseClientMode(true);
      ByteBuffer record = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
      engine.wrap(ByteBuffer.allocate(0), record);
      hello = Arrays.copyOf(record.array(), record.position());
      Thread.ofPlatform().daemon().start(this::run);
    }

    long answered() {
      return answered.get();
    }

    private void run() {
      long next = System.nanoTime();
      while (!over) {
        LockSupport.parkNanos(next - System.nanoTime());
        next += TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
        Thread.startVirtualThread(this::one);
      }
    }

    private void one() {
      try (Socket socket = new Socket()) {
        socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.9"), 0));
        socket.connect(server);
        socket.getOutputStream().write(hello);
        if (socket.getInputStream().read() >= 0) {
          answered.incrementAndGet();
        }
      } catch (IOException refused) {
        // As it may be.
      }
    }

    @Override
    public void close() {
      over = true;
    }
  }

  /// The server's command line without `--no-limits`, which the bench adds.
  public static final class Limited {
    private Limited() {}

    public static void main(String[] arguments) {
      System.exit(
          ServerMain.run(
              Arrays.stream(arguments)
                  .filter(argument -> !argument.equals("--no-limits"))
                  .toArray(String[]::new)));
    }
  }
}

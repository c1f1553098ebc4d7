package hearth.server.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Limits;
import hearth.server.metrics.Event;
import hearth.server.metrics.Metrics;
import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketAdapter;
import org.java_websocket.handshake.Handshakedata;
import org.junit.jupiter.api.Test;

/// Whatever bytes come, in whatever pieces: whole messages or an end, and never more kept than a
/// message may be long. The seed is another one each time, and said where a test fails;
/// `-Dhearth.fuzz.seed=N` repeats a run.
class DraftFuzzTest {
  private static final long SEED = Long.getLong("hearth.fuzz.seed", System.nanoTime());
  private static final int ROUNDS = 1_000;
  private static final byte[] HANDSHAKE =
      """
      GET / HTTP/1.1\r
      Host: here\r
      Upgrade: websocket\r
      Connection: Upgrade\r
      Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
      Sec-WebSocket-Version: 13\r
      Sec-WebSocket-Protocol: hearth.v1\r
      \r
      """
          .getBytes(UTF_8);

  private static final HostNames HOSTS = new HostNames(List.of("here"));
  private static final Event OTHER_HOST =
      new Metrics(System::nanoTime, _ -> {}).event("other.host", "Another host");

  @Test
  void messagesInWhateverPiecesAreReadAsTheyWereSent() {
    run(
        random -> {
          List<String> texts = new ArrayList<>();
          byte[] stream = stream(random, texts);
          Heard heard = new Heard();
          ServerWebSocket socket = open(heard);
          feed(random, socket, stream);
          assertThat(heard.texts).isEqualTo(texts);
          assertThat(socket.isOpen()).isTrue();
          assertThat(((StrictDraft) socket.getDraft()).buffered()).isZero();
        });
  }

  @Test
  void whatIsNearlyAStreamOfFramesIsReadOrEnds() {
    run(random -> assertHarmless(random, mutated(random, stream(random, new ArrayList<>()))));
  }

  @Test
  void whatIsNoStreamOfFramesIsReadOrEnds() {
    run(
        random -> {
          byte[] bytes = new byte[random.nextInt(3_000)];
          random.nextBytes(bytes);
          assertHarmless(random, bytes);
        });
  }

  @Test
  void whatIsNearlyAHandshakeIsOneOrEnds() {
    run(
        random -> {
          Heard heard = new Heard();
          feed(
              random,
              new ServerWebSocket(heard, new OpeningHandshake(HOSTS, OTHER_HOST)),
              mutated(random, HANDSHAKE));
          assertThat(heard.texts).isEmpty();
        });
  }

  @Test
  void manyPacketsInOneAreFoundAgainFrameByFrame() {
    run(
        random -> {
          List<Packet> packets = new ArrayList<>();
          int count = 1 + random.nextInt(6);
          for (int i = 0; i < count; i++) {
            byte[] payload = new byte[random.nextInt(126)];
            packets.add(Packet.pong(ByteBuffer.wrap(payload)));
          }
          Packet all = Packet.of(packets);
          int place = 0;
          for (Packet packet : packets) {
            assertThat(Packet.frameLength(all.bytes(), place)).isEqualTo(packet.size());
            place += packet.size();
          }
          assertThat(all.size()).isEqualTo(place);
        });
  }

  private static void assertHarmless(Random random, byte[] bytes) {
    Heard heard = new Heard();
    ServerWebSocket socket = open(heard);
    feed(random, socket, bytes);
    assertThat(((StrictDraft) socket.getDraft()).buffered())
        .isLessThanOrEqualTo(2 * Limits.FRAME_TO_SERVER);
    assertThat(heard.texts)
        .allSatisfy(
            text ->
                assertThat(text.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(Limits.FRAME_TO_SERVER));
  }

  private static ServerWebSocket open(Heard heard) {
    ServerWebSocket socket = new ServerWebSocket(heard, new OpeningHandshake(HOSTS, OTHER_HOST));
    socket.decode(ByteBuffer.wrap(HANDSHAKE));
    assertThat(socket.isOpen()).isTrue();
    return socket;
  }

  /// Messages in one frame or several, with pings between them.
  private static byte[] stream(Random random, List<String> texts) {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    int count = random.nextInt(8);
    for (int i = 0; i < count; i++) {
      String text = (random.nextBoolean() ? "ab" : "陈🔥").repeat(random.nextInt(300));
      texts.add(text);
      byte[] bytes = text.getBytes(UTF_8);
      int parts = 1 + random.nextInt(5);
      for (int part = 0; part < parts; part++) {
        int opcode = part == 0 ? 1 : 0;
        int last = part == parts - 1 ? 0x80 : 0;
        int from = bytes.length * part / parts;
        int to = bytes.length * (part + 1) / parts;
        stream.writeBytes(RawPeer.frame(opcode | last, Arrays.copyOfRange(bytes, from, to)));
        if (random.nextInt(4) == 0) {
          stream.writeBytes(RawPeer.frame(0x89, new byte[random.nextInt(126)]));
        }
      }
    }
    return stream.toByteArray();
  }

  private static byte[] mutated(Random random, byte[] stream) {
    byte[] bytes = stream;
    int mutations = 1 + random.nextInt(4);
    for (int i = 0; i < mutations && bytes.length > 0; i++) {
      int place = random.nextInt(bytes.length);
      ByteArrayOutputStream next = new ByteArrayOutputStream();
      next.write(bytes, 0, place);
      switch (random.nextInt(4)) {
        case 0 -> next.write(random.nextInt(256));
        case 1 -> next.write(bytes[place] ^ (1 << random.nextInt(8)));
        case 2 -> next.write(bytes, place / 2, place - place / 2);
        default -> {
          // Left out.
        }
      }
      next.write(bytes, place + 1, bytes.length - place - 1);
      bytes = next.toByteArray();
    }
    return bytes;
  }

  private static void feed(Random random, ServerWebSocket socket, byte[] bytes) {
    int most = 1 + random.nextInt(random.nextBoolean() ? 5 : 2_000);
    int from = 0;
    while (from < bytes.length) {
      int to = Math.min(bytes.length, from + 1 + random.nextInt(most));
      socket.decode(ByteBuffer.wrap(Arrays.copyOfRange(bytes, from, to)));
      from = to;
    }
  }

  private static void run(Consumer<Random> property) {
    for (int i = 0; i < ROUNDS; i++) {
      long seed = SEED + i;
      try {
        property.accept(new Random(seed));
      } catch (RuntimeException | Error broken) {
        throw new AssertionError("seed " + seed, broken);
      }
    }
  }

  /// Keeps what it is told.
  private static final class Heard extends WebSocketAdapter {
    private final List<String> texts = new ArrayList<>();

    @Override
    public void onWebsocketMessage(WebSocket socket, String text) {
      texts.add(text);
    }

    @Override
    public void onWebsocketMessage(WebSocket socket, ByteBuffer bytes) {}

    @Override
    public void onWebsocketOpen(WebSocket socket, Handshakedata handshake) {}

    @Override
    public void onWebsocketClose(WebSocket socket, int code, String reason, boolean remote) {}

    @Override
    public void onWebsocketClosing(WebSocket socket, int code, String reason, boolean remote) {}

    @Override
    public void onWebsocketCloseInitiated(WebSocket socket, int code, String reason) {}

    @Override
    public void onWebsocketError(WebSocket socket, Exception failed) {}

    @Override
    public void onWriteDemand(WebSocket socket) {}

    @Override
    public InetSocketAddress getLocalSocketAddress(WebSocket socket) {
      return new InetSocketAddress(0);
    }

    @Override
    public InetSocketAddress getRemoteSocketAddress(WebSocket socket) {
      return new InetSocketAddress(0);
    }
  }
}

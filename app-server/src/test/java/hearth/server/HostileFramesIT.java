package hearth.server;

import static hearth.server.net.RawPeer.frame;
import static hearth.server.net.RawPeer.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Action;
import hearth.protocol.Entry;
import hearth.protocol.Frame;
import hearth.protocol.Limits;
import hearth.protocol.json.Codec;
import hearth.server.net.RawPeer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Frames as RFC 6455 does not allow them, or as we do not. Each ends its connection with a code
/// that says why, and a bystander goes on before, meanwhile and after.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileFramesIT {
  private static final int TEXT = 0x81;
  private static final int TEXT_BEGUN = 0x01;
  private static final int MIDDLE = 0x00;
  private static final int LAST = 0x80;
  private static final int BINARY = 0x82;
  private static final int CLOSE = 0x88;
  private static final int PING = 0x89;
  private static final byte[] HALF = new byte[Limits.FRAME_TO_SERVER / 2];

  private ServerFixture server;
  private Peer bystander;

  @BeforeAll
  void start(@TempDir Path data) throws StartException {
    server = new ServerFixture(data);
    bystander = server.join("Bystander");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  record Case(String what, int code, List<byte[]> sent) {
    Case(String what, int code, byte[]... sent) {
      this(what, code, List.of(sent));
    }

    @Override
    public String toString() {
      return what;
    }
  }

  static Stream<Case> breaches() {
    byte[] hello = "hello".getBytes(UTF_8);
    return Stream.of(
            List.of(
                new Case("no mask", 1002, new byte[] {(byte) TEXT, 2, 'h', 'i'}),
                new Case("no mask after a masked frame", 1002, frame(PING), new byte[] {-119, 0}),
                new Case("first reserved bit", 1002, frame(0xC1, hello)),
                new Case("second reserved bit", 1002, frame(0xA1, hello)),
                new Case("third reserved bit", 1002, frame(0x91, hello)),
                new Case("ping in parts", 1002, frame(0x09, hello)),
                new Case("long ping", 1002, frame(PING, new byte[126])),
                new Case("long close", 1002, header(CLOSE, 1L << 40)),
                new Case("frame of 2^62 bytes", 1009, header(TEXT, 1L << 62)),
                new Case("frame of -1 bytes", 1009, header(TEXT, -1)),
                new Case("frame of the least length", 1009, header(TEXT, Long.MIN_VALUE)),
                new Case("frame over the bound", 1009, header(TEXT, Limits.FRAME_TO_SERVER + 1L)),
                new Case("goes on with nothing", 1002, frame(MIDDLE, hello)),
                new Case("ends nothing", 1002, frame(LAST, hello)),
                new Case("text in a text", 1002, frame(TEXT_BEGUN, hello), frame(TEXT, hello)),
                new Case("two begun", 1002, frame(TEXT_BEGUN), frame(TEXT_BEGUN)),
                new Case("long in parts", 1009, parts(HALF, HALF, new byte[1])),
                new Case("too many parts", 1009, parts(emptyParts())),
                new Case("bytes", 1003, frame(BINARY, hello)),
                new Case("bytes in parts", 1003, frame(0x02, hello), frame(LAST, hello)),
                new Case("no UTF-8", 1007, frame(TEXT, bytes(0xFF))),
                new Case("overlong UTF-8", 1007, frame(TEXT, bytes(0xC0, 0xAF))),
                new Case("half a surrogate pair", 1007, frame(TEXT, bytes(0xED, 0xA0, 0x80))),
                new Case("half a character", 1007, frame(TEXT, bytes('a', 0xE9, 0x99))),
                new Case(
                    "half a character and another",
                    1007,
                    frame(TEXT_BEGUN, bytes(0xE9, 0x99)),
                    frame(LAST, bytes('a'))),
                new Case("half a close code", 1002, frame(CLOSE, bytes(3))),
                new Case("reason without UTF-8", 1002, frame(CLOSE, bytes(3, 232, 0xFF)))),
            Stream.of(3, 4, 5, 6, 7, 11, 12, 13, 14, 15)
                .map(o -> new Case("opcode " + o, 1002, frame(0x80 | o, hello)))
                .toList(),
            Stream.of(0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 65_535)
                .map(code -> new Case("close " + code, 1002, frame(CLOSE, bytes(code >> 8, code))))
                .toList())
        .flatMap(List::stream);
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    IntStream.range(0, values.length).forEach(i -> bytes[i] = (byte) values[i]);
    return bytes;
  }

  private static byte[][] emptyParts() {
    return Collections.nCopies(100, new byte[0]).toArray(byte[][]::new);
  }

  /// A text begun, and gone on with, and never ended.
  private static byte[] parts(byte[]... payloads) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(frame(TEXT_BEGUN));
    for (byte[] payload : payloads) {
      all.writeBytes(frame(MIDDLE, payload));
    }
    return all.toByteArray();
  }

  @ParameterizedTest
  @MethodSource("breaches")
  void aFrameThatIsNotAllowedEndsItsConnectionAlone(Case breach) throws IOException {
    try (RawPeer peer = RawPeer.open(server.port())) {
      bystander.post("before");
      for (byte[] bytes : breach.sent()) {
        peer.send(bytes);
      }
      bystander.post("meanwhile");
      assertThat(peer.awaitClosed()).isEqualTo(OptionalInt.of(breach.code()));
      bystander.post("after");
    }
  }

  @Test
  void whatIsSentInPartsIsOneMessage() throws IOException {
    try (RawPeer peer = RawPeer.open(server.port())) {
      byte[] text =
          "{\"jsonrpc\":\"2.0\",\"id\":1,\"陈伟 🔥\":1,\"method\":\"hello\",\"params\":{}}"
              .getBytes(UTF_8);
      List<byte[]> frames = new ArrayList<>();
      int parts = 60;
      for (int i = 0; i < parts; i++) { // in the middle of characters, too
        int from = text.length * i / parts;
        int to = text.length * (i + 1) / parts;
        int first = i == 0 ? TEXT_BEGUN : i == parts - 1 ? LAST : MIDDLE;
        frames.add(frame(first, Arrays.copyOfRange(text, from, to)));
        frames.add(frame(PING, bytes(i)));
      }
      for (byte[] frame : frames) {
        peer.send(frame);
      }
      assertThat(peer.readText()).contains("welcome");
    }
  }

  @Test
  void framesThatComeByteByByteAreUnderstood() throws IOException {
    try (RawPeer peer = RawPeer.open(server.port())) {
      for (byte one :
          frame(TEXT, "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"hello\"}".getBytes(UTF_8))) {
        peer.send(new byte[] {one});
      }
      assertThat(peer.readText()).contains("-32602");
    }
  }

  @Test
  void halfAFrameAndThenNothingHoldsNobodyUp() throws IOException {
    List<RawPeer> halves = new ArrayList<>();
    try {
      for (int i = 0; i < 50; i++) {
        RawPeer peer = RawPeer.open(server.port());
        halves.add(peer);
        peer.send(header(TEXT, Limits.FRAME_TO_SERVER));
        peer.send(new byte[1_000]);
      }
      bystander.post("still here");
    } finally {
      for (RawPeer peer : halves) {
        peer.close();
      }
    }
    bystander.post("and still");
  }

  @Test
  void whatFollowsACloseFrameIsNotCarriedOut() throws IOException {
    for (int split = 0; split < 3; split++) {
      String text = "after the close " + split;
      try (RawPeer peer = RawPeer.open(server.port())) {
        peer.text(Codec.encode(new Frame.RequestFrame(OptionalLong.of(1), Peer.joinRequest(text))));
        assertThat(peer.readText()).contains("joined");
        byte[] post =
            frame(
                TEXT,
                Codec.encode(new Frame.RequestFrame(OptionalLong.of(2), Peer.postRequest(text)))
                    .getBytes(UTF_8));
        byte[] close = frame(CLOSE, bytes(3, 232));
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(close);
        both.writeBytes(post);
        both.writeBytes(bytes(1, 2, 3)); // no frame at all
        byte[] all = both.toByteArray();
        int part = split * 3;
        peer.send(Arrays.copyOf(all, part));
        peer.send(Arrays.copyOfRange(all, part, all.length));
        assertThat(peer.awaitClosed()).isEqualTo(OptionalInt.of(1000));
      }
    }
    bystander.post("the last");
    assertThat(
            bystander.entriesUntilNow().stream()
                .map(Entry::action)
                .filter(Action.Post.class::isInstance))
        .doesNotContain(Action.Post.text("after the close 0"))
        .doesNotContain(Action.Post.text("after the close 1"))
        .doesNotContain(Action.Post.text("after the close 2"));
  }

  @Test
  void aPingIsAnsweredWithWhatItSaid() throws IOException {
    try (RawPeer peer = RawPeer.open(server.port())) {
      peer.send(frame(PING, bytes(1, 2, 3)));
      RawPeer.Received pong = peer.read();
      assertThat(pong.opcode()).isEqualTo(10);
      assertThat(pong.payload()).isEqualTo(ByteBuffer.wrap(bytes(1, 2, 3)));
      peer.send(frame(CLOSE, bytes(3, 232)));
      assertThat(peer.awaitClosed()).isEqualTo(OptionalInt.of(1000));
    }
  }
}

package hearth.server.net;

import hearth.protocol.Frame;
import hearth.protocol.json.Codec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Encoded messages: one or more WebSocket frames in one buffer, encoded once for all connections
/// that they are sent to. Immutable.
public final class Packet {
  /// An empty ping: RFC 6455, section 5.5.2.
  static final Packet PING = control(0x89, ByteBuffer.allocate(0));

  private static final int TEXT = 0x81;
  private static final int PONG = 0x8A;
  private static final int SHORT = 125;
  private static final int MEDIUM = 0xFFFF;
  private static final int LONGEST_HEADER = 10;

  private final ByteBuffer bytes;

  private Packet(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  /// One message.
  public static Packet of(Frame frame) {
    byte[] text = Codec.encode(frame).getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(text.length + LONGEST_HEADER).put((byte) TEXT);
    if (text.length <= SHORT) {
      bytes.put((byte) text.length);
    } else if (text.length <= MEDIUM) {
      bytes.put((byte) 126).putShort((short) text.length);
    } else {
      bytes.put((byte) 127).putLong(text.length);
    }
    return new Packet(bytes.put(text).flip().asReadOnlyBuffer());
  }

  /// Several packets as one, in order.
  public static Packet of(List<Packet> packets) {
    if (packets.size() == 1) {
      return packets.getFirst();
    }
    ByteBuffer all = ByteBuffer.allocate(packets.stream().mapToInt(Packet::size).sum());
    packets.forEach(packet -> all.put(packet.bytes()));
    return new Packet(all.flip().asReadOnlyBuffer());
  }

  /// The answer to a ping.
  static Packet pong(ByteBuffer payload) {
    return control(PONG, payload);
  }

  private static Packet control(int opcode, ByteBuffer payload) {
    ByteBuffer bytes = ByteBuffer.allocate(2 + payload.remaining()).put((byte) opcode);
    return new Packet(bytes.put((byte) payload.remaining()).put(payload.duplicate()).flip());
  }

  /// The length of the frame at an index, header and payload, in bytes.
  static int frameLength(ByteBuffer frames, int index) {
    int length = frames.get(index + 1);
    return switch (length) {
      case 126 -> 4 + Short.toUnsignedInt(frames.getShort(index + 2));
      case 127 -> LONGEST_HEADER + Math.toIntExact(frames.getLong(index + 2));
      default -> 2 + length;
    };
  }

  public int size() {
    return bytes.remaining();
  }

  /// The bytes as a new buffer object.
  ByteBuffer bytes() {
    return bytes.duplicate();
  }
}

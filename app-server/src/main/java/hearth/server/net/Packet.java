package hearth.server.net;

import hearth.protocol.Codec;
import hearth.protocol.Frame;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// A message as it goes over the wire: one WebSocket text frame, encoded once however many
/// connections it is sent to. Immutable.
public final class Packet {
  /// A text frame, whole.
  static final int TEXT = 0x81;

  private static final int SHORT = 125;
  private static final int MEDIUM = 0xFFFF;

  private final ByteBuffer bytes;

  private Packet(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  public static Packet of(Frame frame) {
    byte[] text = Codec.encode(frame).getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(text.length + 10).put((byte) TEXT);
    if (text.length <= SHORT) {
      bytes.put((byte) text.length);
    } else if (text.length <= MEDIUM) {
      bytes.put((byte) 126).putShort((short) text.length);
    } else {
      bytes.put((byte) 127).putLong(text.length);
    }
    return new Packet(bytes.put(text).flip().asReadOnlyBuffer());
  }

  int size() {
    return bytes.remaining();
  }

  /// The bytes with a position of their own.
  ByteBuffer bytes() {
    return bytes.duplicate();
  }
}

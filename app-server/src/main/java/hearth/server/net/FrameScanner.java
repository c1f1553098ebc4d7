package hearth.server.net;

import java.nio.ByteBuffer;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;

/// Requires that each of a client's frames is masked (RFC 6455, section 5.1), and cuts off what
/// comes after a close frame (section 5.5.1); the library does neither. One instance per
/// connection, confined to its worker.
final class FrameScanner {
  private static final int OPCODE = 0x0F;
  private static final int CLOSE = 0x08;

  private final ByteBuffer header = ByteBuffer.allocate(14);
  private long payloadLeft;
  private boolean inClose;

  /// Checks the next bytes of the stream, which may begin or end within a frame, and sets their
  /// limit to the end of a close frame.
  ///
  /// @throws InvalidDataException at the first frame without a mask
  void check(ByteBuffer bytes) throws InvalidDataException {
    ByteBuffer rest = bytes.duplicate();
    while (rest.hasRemaining() && !(inClose && payloadLeft <= 0)) {
      if (payloadLeft > 0) {
        int skipped = (int) Math.min(payloadLeft, rest.remaining());
        rest.position(rest.position() + skipped);
        payloadLeft -= skipped;
      } else {
        header.put(rest.get());
        checkHeader();
      }
    }
    bytes.limit(rest.position());
  }

  private void checkHeader() throws InvalidDataException {
    if (header.position() < 2) {
      return;
    }
    int second = header.get(1);
    if (second >= 0) {
      throw new InvalidDataException(
          CloseFrame.PROTOCOL_ERROR, "frames from a client must be masked");
    }
    int length = second & 0x7F;
    int lengthBytes = length == 127 ? 8 : length == 126 ? 2 : 0;
    if (header.position() == 2 + lengthBytes + 4) {
      payloadLeft =
          switch (lengthBytes) {
            case 8 -> header.getLong(2);
            case 2 -> Short.toUnsignedInt(header.getShort(2));
            default -> length;
          };
      inClose = (header.get(0) & OPCODE) == CLOSE;
      header.clear();
    }
  }
}

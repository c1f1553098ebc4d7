package hearth.server.net;

import java.nio.ByteBuffer;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;

/// Requires that each of a client's frames is masked (RFC 6455, section 5.1), which the library
/// does not check. One instance per connection, confined to its worker.
final class MaskValidator {
  private final ByteBuffer header = ByteBuffer.allocate(14);
  private long payloadLeft;

  /// Checks the next bytes of the stream, which may begin or end within a frame.
  ///
  /// @throws InvalidDataException at the first frame without a mask
  void check(ByteBuffer bytes) throws InvalidDataException {
    ByteBuffer rest = bytes.duplicate();
    while (rest.hasRemaining()) {
      if (payloadLeft > 0) {
        int skipped = (int) Math.min(payloadLeft, rest.remaining());
        rest.position(rest.position() + skipped);
        payloadLeft -= skipped;
      } else {
        header.put(rest.get());
        checkHeader();
      }
    }
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
      header.clear();
    }
  }
}

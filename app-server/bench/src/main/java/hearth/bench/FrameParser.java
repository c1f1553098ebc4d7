package hearth.bench;

import hearth.protocol.Limits;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Splits what a server sent into WebSocket frames (RFC 6455, section 5.2), as far as a Hearth
/// server uses them: unfragmented messages without extensions. Holds no state.
final class FrameParser {
  static final int TEXT = 1;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;

  private static final int FIN = 0x80;
  private static final int HEAD = 2;
  private static final int MEDIUM = 126;
  private static final int LONG = 127;
  private static final VarHandle TWO_BYTES =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private FrameParser() {}

  /// Receives one complete frame, whose payload begins at `from` and ends before `to`.
  interface Sink {
    void frame(int opcode, byte[] bytes, int from, int to);
  }

  /// Passes on every complete frame between two indexes.
  ///
  /// @return where the first incomplete frame begins; `to` if there is none
  /// @throws BenchException for bytes that a Hearth server does not send
  static int parse(byte[] bytes, int from, int to, Sink sink) {
    int at = from;
    while (to - at >= HEAD) {
      int opcode = opcode(bytes[at]);
      int payload = payloadAt(bytes, at);
      if (to < payload) {
        break;
      }
      int end = payload + length(bytes, at);
      if (to < end) {
        break;
      }
      sink.frame(opcode, bytes, payload, end);
      at = end;
    }
    return at;
  }

  private static int opcode(byte first) {
    int opcode = (first & 0xFF) - FIN;
    if (opcode < 0 || opcode > 0xF) {
      throw new BenchException("The server sent a frame that is not a complete message.");
    }
    return opcode;
  }

  private static int payloadAt(byte[] bytes, int at) {
    return switch (bytes[at + 1]) {
      case MEDIUM -> at + HEAD + Short.BYTES;
      case LONG -> at + HEAD + Long.BYTES;
      default -> at + HEAD;
    };
  }

  private static int length(byte[] bytes, int at) {
    int length = bytes[at + 1];
    return switch (length) {
      case MEDIUM -> (short) TWO_BYTES.get(bytes, at + HEAD) & 0xFFFF;
      case LONG -> bounded((long) EIGHT_BYTES.get(bytes, at + HEAD));
      default -> bounded(length); // negative if the frame is masked
    };
  }

  private static int bounded(long length) {
    if (length < 0 || length > Limits.FRAME_TO_CLIENT) {
      throw new BenchException("The server sent a masked frame, or one that is too long.");
    }
    return (int) length;
  }
}

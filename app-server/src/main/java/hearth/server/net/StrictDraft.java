package hearth.server.net;

import hearth.protocol.Limits;
import java.nio.ByteBuffer;
import java.util.List;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.enums.Opcode;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.exceptions.LimitExceededException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.protocols.Protocol;

/// RFC 6455 with what the library leaves open: the bound on a message holds for its fragments
/// together, their number is bounded, a client's frames must be masked, and whatever else goes
/// wrong while frames are read closes this connection and not the server. Speaks our subprotocol
/// alone. One instance a connection, confined to its worker.
final class StrictDraft extends Draft_6455 {
  static final int FRAGMENTS = 64;

  private final MaskGuard masks = new MaskGuard();
  private int bytes;
  private int fragments;

  StrictDraft() {
    super(List.of(), List.of(new Protocol(Limits.SUBPROTOCOL)), Limits.FRAME_TO_SERVER);
  }

  @Override
  public Draft copyInstance() {
    return new StrictDraft();
  }

  /// The library itself throws what is not of its contract at some frames, and ends a thread that
  /// serves many at an `Error`.
  @Override
  public List<Framedata> translateFrame(ByteBuffer bytes) throws InvalidDataException {
    try {
      masks.look(bytes);
      return super.translateFrame(bytes);
    } catch (RuntimeException notUnderstood) {
      throw new InvalidDataException(CloseFrame.PROTOCOL_ERROR, notUnderstood);
    } catch (Error ours) {
      throw new InvalidDataException(CloseFrame.UNEXPECTED_CONDITION, ours);
    }
  }

  @Override
  public void processFrame(WebSocketImpl socket, Framedata frame) throws InvalidDataException {
    boolean data = frame.getOpcode() == Opcode.CONTINUOUS || !frame.isFin();
    if (data) {
      bytes += frame.getPayloadData().remaining();
      fragments++;
      if (bytes > Limits.FRAME_TO_SERVER || fragments > FRAGMENTS) {
        throw new LimitExceededException(Limits.FRAME_TO_SERVER);
      }
      if (frame.isFin()) {
        bytes = 0;
        fragments = 0;
      }
    }
    try {
      super.processFrame(socket, frame);
    } catch (RuntimeException | Error ours) {
      throw new InvalidDataException(CloseFrame.UNEXPECTED_CONDITION, ours);
    }
  }

  /// Bytes of a message of which more is to come.
  int held() {
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}

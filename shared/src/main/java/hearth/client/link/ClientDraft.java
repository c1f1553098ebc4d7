package hearth.client.link;

import hearth.protocol.Limits;
import java.nio.ByteBuffer;
import java.util.List;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.enums.Opcode;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.exceptions.InvalidHandshakeException;
import org.java_websocket.exceptions.LimitExceededException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.Handshakedata;
import org.java_websocket.protocols.Protocol;

/// RFC 6455 with the bounds that the library leaves out: of the handshake's size, and of all
/// fragments of a message together. One instance per link, confined to its reading thread.
final class ClientDraft extends Draft_6455 {
  private static final int HANDSHAKE_BYTES = 16 * 1024;
  private static final int FRAGMENTS = 1_024;

  /// CR LF CR LF.
  private static final int BLANK_LINE = 0x0D0A0D0A;

  private long bytes;
  private int fragments;

  ClientDraft() {
    super(List.of(), List.of(new Protocol(Limits.SUBPROTOCOL)), Limits.FRAME_TO_CLIENT);
  }

  @Override
  public Draft copyInstance() {
    return new ClientDraft();
  }

  /// What follows the handshake does not count: frames may come with its last bytes.
  @Override
  public Handshakedata translateHandshake(ByteBuffer buffer) throws InvalidHandshakeException {
    if (buffer.remaining() > HANDSHAKE_BYTES && !ends(buffer)) {
      throw new InvalidHandshakeException("the handshake is too long");
    }
    return super.translateHandshake(buffer);
  }

  private static boolean ends(ByteBuffer handshake) {
    int start = handshake.position();
    for (int i = start; i < start + HANDSHAKE_BYTES - 3; i++) {
      if (handshake.getInt(i) == BLANK_LINE) {
        return true;
      }
    }
    return false;
  }

  /// For some frames the library throws exceptions outside its contract.
  @Override
  public List<Framedata> translateFrame(ByteBuffer bytes) throws InvalidDataException {
    try {
      return super.translateFrame(bytes);
    } catch (RuntimeException invalid) {
      throw new InvalidDataException(CloseFrame.PROTOCOL_ERROR, invalid);
    }
  }

  @Override
  public void processFrame(WebSocketImpl socket, Framedata frame) throws InvalidDataException {
    if (frame.getOpcode() == Opcode.CONTINUOUS || !frame.isFin()) {
      bytes += frame.getPayloadData().remaining();
      fragments++;
      if (bytes > Limits.FRAME_TO_CLIENT || fragments > FRAGMENTS) {
        throw new LimitExceededException(Limits.FRAME_TO_CLIENT);
      }
      if (frame.isFin()) {
        bytes = 0;
        fragments = 0;
      }
    }
    super.processFrame(socket, frame);
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

package hearth.server.net;

import hearth.protocol.Limits;
import java.nio.ByteBuffer;
import java.util.List;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.enums.HandshakeState;
import org.java_websocket.enums.Opcode;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.exceptions.InvalidHandshakeException;
import org.java_websocket.exceptions.LimitExceededException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.protocols.Protocol;

/// RFC 6455 with the checks that the library leaves out: the size limit applies to all fragments of
/// a message together, their number is limited, a client's frames must be masked, nothing is
/// carried out after a close frame, and any failure while frames are read closes this connection,
/// not the server. Accepts only our subprotocol. One instance per connection, confined to its
/// worker.
final class StrictDraft extends Draft_6455 {
  static final int FRAGMENTS = 64;

  private final OpeningHandshake handshake;
  private final FrameScanner scanner = new FrameScanner();
  private int bytes;
  private int fragments;

  StrictDraft(OpeningHandshake handshake) {
    super(List.of(), List.of(new Protocol(Limits.SUBPROTOCOL)), Limits.FRAME_TO_SERVER);
    this.handshake = handshake;
  }

  /// Each connection has one of its own already, so the library needs no copy.
  @Override
  public Draft copyInstance() {
    return this;
  }

  @Override
  public HandshakeState acceptHandshakeAsServer(ClientHandshake request)
      throws InvalidHandshakeException {
    if (!handshake.check(request)) {
      return HandshakeState.NOT_MATCHED;
    }
    HandshakeState state = super.acceptHandshakeAsServer(request);
    if (state != HandshakeState.MATCHED) {
      handshake.refuse();
    }
    return state;
  }

  /// For some frames the library throws exceptions outside its contract, and an `Error` would end a
  /// thread that serves other connections too.
  @Override
  public List<Framedata> translateFrame(ByteBuffer bytes) throws InvalidDataException {
    try {
      scanner.check(bytes);
      return super.translateFrame(bytes);
    } catch (RuntimeException invalid) {
      throw new InvalidDataException(CloseFrame.PROTOCOL_ERROR, invalid);
    } catch (Error bug) {
      throw new InvalidDataException(CloseFrame.UNEXPECTED_CONDITION, bug);
    }
  }

  @Override
  public void processFrame(WebSocketImpl socket, Framedata frame) throws InvalidDataException {
    if (!socket.isOpen()) {
      return; // what came before has closed it
    }
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
    } catch (RuntimeException | Error bug) {
      throw new InvalidDataException(CloseFrame.UNEXPECTED_CONDITION, bug);
    }
  }

  /// Bytes of an incomplete message.
  int buffered() {
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

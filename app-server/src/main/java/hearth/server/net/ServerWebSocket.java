package hearth.server.net;

import java.util.List;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.WebSocketListener;
import org.jspecify.annotations.Nullable;

/// The library's side of one connection. It leaves all writing to our [WriteQueue]. Called by the
/// library's threads.
final class ServerWebSocket extends WebSocketImpl {
  private final OpeningHandshake handshake;
  private @Nullable WriteQueue writeQueue;
  private volatile boolean answered;

  ServerWebSocket(WebSocketListener listener, OpeningHandshake handshake) {
    super(listener, List.of(new StrictDraft(handshake)));
    this.handshake = handshake;
  }

  void setWriteQueue(WriteQueue queue) {
    writeQueue = queue;
  }

  /// Moves the library's own frames (the handshake response, the close frame) to the write queue.
  ///
  /// @return whether the connection is to be closed when all is written
  boolean moveOutput() {
    WriteQueue queue = writeQueue;
    if (queue != null) {
      if (!answered && !outQueue.isEmpty()) {
        answered = true;
        answerHandshake();
      }
      queue.sendAll(outQueue);
    }
    return super.isFlushAndClose();
  }

  /// The library says 404 to all that it refuses.
  private void answerHandshake() {
    if (!handshake.isAccepted()) {
      outQueue.clear();
      outQueue.add(handshake.refusal());
    }
  }

  /// The library closes the connection when this is true: not before all is written.
  @Override
  public boolean isFlushAndClose() {
    WriteQueue queue = writeQueue;
    return super.isFlushAndClose() && (queue == null || queue.waiting() == 0);
  }
}

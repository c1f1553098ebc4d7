package hearth.server.net;

import java.util.List;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.WebSocketListener;
import org.java_websocket.drafts.Draft;
import org.jspecify.annotations.Nullable;

/// The library's side of one connection, taught to leave writing to our [Egress].
final class Socket extends WebSocketImpl {
  private @Nullable Egress egress;

  Socket(WebSocketListener listener, List<Draft> drafts) {
    super(listener, drafts);
  }

  void writesThrough(Egress way) {
    egress = way;
  }

  /// Brings what the library wants to say (its answer to the handshake, its closing) to where all
  /// else goes out.
  ///
  /// @return whether the connection is to be closed when all is written
  boolean bringOut() {
    Egress way = egress;
    if (way != null) {
      way.sendAll(outQueue);
    }
    return super.isFlushAndClose();
  }

  /// The library closes when this says so; not before all is written.
  @Override
  public boolean isFlushAndClose() {
    Egress way = egress;
    return super.isFlushAndClose() && (way == null || way.waiting() == 0);
  }
}

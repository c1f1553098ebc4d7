package hearth.server.net;

import java.io.IOException;
import java.nio.ByteBuffer;

/// The bytes of one connection between the WebSocket frames and the socket, encrypted or not. Never
/// waits. Reading is confined to the selector thread; writing to the holder of the [WriteQueue]'s
/// lock.
public interface Transport {

  /// Reads what has arrived, as far as the target has room.
  ///
  /// @return how many bytes; 0 for none yet, -1 at the end
  int read(ByteBuffer target) throws IOException;

  /// Whether more that has already arrived can be read.
  boolean hasMore();

  /// Writes as many bytes as there is room for.
  ///
  /// @return how many were taken from the sources
  long write(ByteBuffer[] sources) throws IOException;

  /// Whether application data can be written; false during a handshake.
  boolean isReady();

  /// Whether the transport itself has something to write: the rest of what it took, or a message of
  /// its own protocol.
  boolean hasToWrite();

  /// Tells the peer that nothing more will be written, if there is room for it.
  void endOutput() throws IOException;

  /// Bytes of memory held between two calls.
  int retainedBytes();
}

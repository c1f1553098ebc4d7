package hearth.server.net;

import java.io.IOException;
import java.nio.ByteBuffer;

/// What a connection's bytes pass last on their way out and first on their way in. Never waits.
/// Reading is confined to the selector thread; writing to whoever holds the [Egress]'s lock.
public interface Wire {

  /// Reads what has come, as far as the target has room.
  ///
  /// @return how many bytes; 0 for none as yet, -1 at the end
  int read(ByteBuffer target) throws IOException;

  /// Whether there is more to read that has come already.
  boolean hasMore();

  /// Takes as many bytes as there is room for.
  ///
  /// @return how many were taken off the sources
  long write(ByteBuffer[] sources) throws IOException;

  /// Whether it takes what it is given as soon as there is room; not while it still shakes hands.
  boolean isReady();

  /// Whether this wire itself has something to write: what it took and could not pass on, or a word
  /// of its own.
  boolean hasToWrite();

  /// Says that nothing more will be written, if there is room to say so.
  void endOutput() throws IOException;

  /// Bytes of memory held between two calls.
  int kept();
}

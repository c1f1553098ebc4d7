package hearth.server.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/// A connection without encryption.
public final class PlainTransport implements Transport {
  private final SocketChannel socket;

  public PlainTransport(SocketChannel socket) {
    this.socket = socket;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    return socket.read(target);
  }

  @Override
  public boolean hasMore() {
    return false;
  }

  @Override
  public long write(ByteBuffer[] sources) throws IOException {
    return sources.length == 1 ? socket.write(sources[0]) : socket.write(sources);
  }

  @Override
  public boolean isReady() {
    return true;
  }

  @Override
  public boolean hasToWrite() {
    return false;
  }

  @Override
  public void endOutput() throws IOException {
    socket.shutdownOutput();
  }

  @Override
  public int retainedBytes() {
    return 0;
  }
}

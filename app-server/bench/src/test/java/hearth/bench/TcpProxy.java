package hearth.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;

/// The network between a client and the server: it can stop carrying anything, as one does whose
/// cable was pulled, and break all connections. Safe from any thread.
final class TcpProxy implements AutoCloseable {
  private static final int CHUNK = 16 * 1024;

  private final ServerSocket listening;
  private final Set<Socket> open = new HashSet<>();
  private int target;
  private boolean stalled;
  private boolean closed;

  TcpProxy() throws IOException {
    listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.startVirtualThread(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  /// New connections go to this port of the loopback.
  synchronized void leadTo(int port) {
    target = port;
  }

  /// From now on nothing comes through; nobody is told.
  synchronized void stall() {
    stalled = true;
  }

  /// Breaks all connections, with what was on its way; new ones come through.
  synchronized void breakAndHeal() {
    open.forEach(TcpProxy::close);
    open.clear();
    stalled = false;
    notifyAll();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listening.accept();
        Thread.startVirtualThread(() -> connect(client));
      }
    } catch (IOException _) {
      // Nobody connects any more.
    }
  }

  private void connect(Socket client) {
    Socket server = new Socket();
    try {
      if (!keep(client) || !keep(server) || !awaitCarrying(client)) {
        return;
      }
      server.setTcpNoDelay(true);
      client.setTcpNoDelay(true);
      server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), currentTarget()));
      Thread up = Thread.startVirtualThread(() -> carry(client, server));
      carry(server, client);
      up.join();
    } catch (IOException _) {
      // The client hears of it by the end of its connection.
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      close(client);
      close(server);
      forget(client, server);
    }
  }

  private synchronized int currentTarget() {
    return target;
  }

  private synchronized boolean keep(Socket socket) {
    return !closed && open.add(socket);
  }

  private synchronized void forget(Socket client, Socket server) {
    open.remove(client);
    open.remove(server);
  }

  private void carry(Socket from, Socket to) {
    byte[] chunk = new byte[CHUNK];
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        if (!awaitCarrying(from)) {
          return;
        }
        out.write(chunk, 0, read);
      }
    } catch (IOException _) {
      // Both sides are closed by whoever began to carry.
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// Waits while nothing comes through.
  ///
  /// @return whether the connection is still there
  private synchronized boolean awaitCarrying(Socket socket) throws InterruptedException {
    while (stalled && !closed) {
      wait();
    }
    return open.contains(socket);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    breakAndHeal();
    try {
      listening.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}

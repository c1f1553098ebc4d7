package hearth.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// A Redis server in a process of its own, which stores nothing and ends with [#close].
final class RedisServer implements AutoCloseable {
  private static final String PROGRAM = "redis-server";
  private static final String READY = "Ready to accept connections";

  private final Process process;
  private final InetSocketAddress address;

  private RedisServer(Process process, InetSocketAddress address) {
    this.process = process;
    this.address = address;
  }

  static boolean isInstalled() {
    String path = System.getenv("PATH");
    return path != null
        && Pattern.compile(Pattern.quote(File.pathSeparator))
            .splitAsStream(path)
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, PROGRAM)));
  }

  /// Starts it on a free port of the loopback; it listens when this returns.
  static RedisServer start() throws IOException {
    InetSocketAddress address = freeAddress();
    Process process =
        new ProcessBuilder(
                PROGRAM,
                "--bind",
                address.getAddress().getHostAddress(),
                "--port",
                Integer.toString(address.getPort()),
                "--save",
                "",
                "--appendonly",
                "no")
            .start();
    RedisServer server = new RedisServer(process, address);
    server.awaitReady();
    return server;
  }

  /// Another process may take the port before Redis does; then Redis ends and this fails.
  private static InetSocketAddress freeAddress() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort());
    }
  }

  private void awaitReady() throws IOException {
    BufferedReader out = process.inputReader();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.contains(READY)) {
        return;
      }
    }
    throw new IOException("Redis does not start");
  }

  InetSocketAddress address() {
    return address;
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}

package hearth.server;

import hearth.server.StartException.Reason;
import hearth.server.config.ServerConfig;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.UnknownHostException;

/// Resolves the address to listen on, and explains why it cannot be used. Holds no state.
final class ListenAddress {
  private static final int LAST_PORT = 65_535;
  private static final int PORTS_TRIED = 100;

  private ListenAddress() {}

  /// The configured address, which must be one of this machine.
  static InetSocketAddress address(ServerConfig config) throws StartException {
    if (config.port() < 0 || config.port() > LAST_PORT) {
      throw new StartException(
          Reason.PORT_REFUSED, "There is no port " + config.port() + "; ports end at 65535.");
    }
    try {
      InetAddress address = InetAddress.getByName(config.bind());
      if (address.isAnyLocalAddress() || NetworkInterface.getByInetAddress(address) != null) {
        return new InetSocketAddress(address, config.port());
      }
    } catch (UnknownHostException | SocketException _) {
      // For a person it is the same.
    }
    throw new StartException(
        Reason.ADDRESS_NOT_HERE, config.bind() + " is not an address of this machine.");
  }

  /// Why the port cannot be used.
  static StartException refusal(InetSocketAddress address, IOException refused) {
    int port = address.getPort();
    int free = refused instanceof BindException ? freePort(address) : 0;
    // The system refuses a forbidden port like one in use; the next ports tell them apart.
    if (free == 0 || free > port + PORTS_TRIED) {
      return new StartException(
          Reason.PORT_REFUSED, "This system does not allow listening on port " + port + ".");
    }
    return new StartException(
        Reason.PORT_IN_USE,
        "Port " + port + " is in use by another program; port " + free + " is free.",
        free);
  }

  private static int freePort(InetSocketAddress taken) {
    int last = Math.min(taken.getPort() + PORTS_TRIED, LAST_PORT);
    for (int port = taken.getPort() + 1; port <= last; port++) {
      try (var probe = new ServerSocket()) {
        probe.bind(new InetSocketAddress(taken.getAddress(), port));
        return port;
      } catch (IOException _) {
        // Not this one.
      }
    }
    return 0;
  }
}

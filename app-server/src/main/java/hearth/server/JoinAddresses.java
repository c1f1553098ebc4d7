package hearth.server;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The addresses by which others can join a server, as `host:port`. Safe from any thread; reads the
/// system's network interfaces.
public final class JoinAddresses {
  /// Networks inside the machine: containers, virtual machines, tunnels.
  private static final Pattern INTERNAL =
      Pattern.compile("(docker|br-|veth|virbr|vmnet|vboxnet|tun|tap|wg|utun|zt).*");

  private JoinAddresses() {}

  /// The best one first: an address in the local network that other machines can reach. If the
  /// server listens on all addresses, the loopback address is last.
  ///
  /// @param listening the address the server listens on
  public static List<String> of(InetSocketAddress listening) {
    InetAddress address = listening.getAddress();
    int port = listening.getPort();
    if (!address.isAnyLocalAddress()) {
      return List.of(text(address, port));
    }
    return candidates()
        .sorted(Comparator.comparingInt(Candidate::rank))
        .map(candidate -> text(candidate.address, port))
        .toList();
  }

  /// `host:port`, an IPv6 host in brackets.
  static String text(InetAddress address, int port) {
    String host = address.getHostAddress();
    return (address instanceof Inet4Address ? host : "[" + host + "]") + ":" + port;
  }

  private static Stream<Candidate> candidates() {
    try {
      return NetworkInterface.networkInterfaces()
          .filter(JoinAddresses::isUp)
          .flatMap(
              network ->
                  network
                      .inetAddresses()
                      .filter(address -> !address.isLinkLocalAddress())
                      .map(address -> new Candidate(network.getName(), address)));
    } catch (SocketException _) {
      // Without a list of networks, this machine can still connect.
      return Stream.of(new Candidate("lo", InetAddress.getLoopbackAddress()));
    }
  }

  private static boolean isUp(NetworkInterface network) {
    try {
      return network.isUp();
    } catch (SocketException _) {
      return false; // it has just disappeared
    }
  }

  /// An address and its network.
  record Candidate(String network, InetAddress address) {
    /// Lower is better.
    int rank() {
      if (address.isLoopbackAddress()) {
        return 5;
      }
      int internal = INTERNAL.matcher(network).matches() ? 3 : 0;
      if (!(address instanceof Inet4Address)) {
        return internal + 2;
      }
      return internal + (address.isSiteLocalAddress() ? 0 : 1);
    }
  }
}

package hearth.server.policy;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/// The network a connection comes from: an IPv4 address, or an IPv6 network of 64 bits, in which
/// anyone can use as many addresses as they like.
public record ClientNetwork(long network) {

  /// The network of an address.
  public static ClientNetwork of(InetAddress address) {
    ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
    return new ClientNetwork(address instanceof Inet6Address ? bytes.getLong() : bytes.getInt());
  }
}

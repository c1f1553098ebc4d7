package hearth.server.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/// Where a connection comes from, as far as one can tell people apart by it: an IPv4 address, or an
/// IPv6 network of 64 bits, of whose addresses anybody in it has as many as they like.
public record Origin(long network) {

  /// The origin of an address.
  public static Origin of(InetAddress address) {
    ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
    return new Origin(address instanceof Inet6Address ? bytes.getLong() : bytes.getInt());
  }
}

package hearth.server.net;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/// Counts the sockets that are open, of each address and of all. Safe from any thread; never waits
/// for long.
final class Gate {
  /// Bytes of an IPv6 address that name a network: one household or machine has it for itself.
  private static final int NETWORK = 8;

  private final int perAddress;
  private final int total;
  private final Map<ByteBuffer, Integer> inside = new HashMap<>();
  private int count;

  Gate(int perAddress, int total) {
    this.perAddress = perAddress;
    this.total = total;
  }

  /// Takes a place, which is to be given back by [#leave].
  ///
  /// @return false where there is none
  synchronized boolean enter(InetAddress address) {
    ByteBuffer place = place(address);
    int there = inside.getOrDefault(place, 0);
    if (count >= total || there >= perAddress) {
      return false;
    }
    inside.put(place, there + 1);
    count++;
    return true;
  }

  synchronized void leave(InetAddress address) {
    count--;
    inside.computeIfPresent(place(address), (_, there) -> there == 1 ? null : there - 1);
  }

  synchronized int count() {
    return count;
  }

  private static ByteBuffer place(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address instanceof Inet6Address
        ? ByteBuffer.wrap(bytes, 0, NETWORK)
        : ByteBuffer.wrap(bytes);
  }
}

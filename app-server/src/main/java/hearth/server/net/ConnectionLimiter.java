package hearth.server.net;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/// Counts the open sockets, per address and in all. Safe from any thread.
final class ConnectionLimiter {
  /// Bytes of an IPv6 address that name a network, which usually belongs to one household.
  private static final int NETWORK = 8;

  private final int perAddress;
  private final int total;
  private final Map<ByteBuffer, Integer> open = new HashMap<>();
  private int count;

  ConnectionLimiter(int perAddress, int total) {
    this.perAddress = perAddress;
    this.total = total;
  }

  /// Takes a permit, which [#release] gives back.
  ///
  /// @return false if there is none
  synchronized boolean tryAcquire(InetAddress address) {
    ByteBuffer network = network(address);
    int current = open.getOrDefault(network, 0);
    if (count >= total || current >= perAddress) {
      return false;
    }
    open.put(network, current + 1);
    count++;
    return true;
  }

  synchronized void release(InetAddress address) {
    count--;
    open.computeIfPresent(network(address), (_, current) -> current == 1 ? null : current - 1);
  }

  /// Whether there is no permit for any address.
  synchronized boolean isFull() {
    return count >= total;
  }

  synchronized int count() {
    return count;
  }

  private static ByteBuffer network(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address instanceof Inet6Address
        ? ByteBuffer.wrap(bytes, 0, NETWORK)
        : ByteBuffer.wrap(bytes);
  }
}

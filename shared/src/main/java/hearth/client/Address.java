package hearth.client;

import hearth.protocol.Limits;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/// Where a server listens: a host name or IP address and a port.
///
/// @param port 1 to 65,535
public record Address(String host, int port) {

  /// Understands what a person types or pastes: `192.168.1.20`, `192.168.1.20:7420`, `[::1]:7420`,
  /// `my-laptop.local`, and the same behind `hearth://` or `ws://`. The port is
  /// [Limits#DEFAULT_PORT] where none is given.
  ///
  /// @return empty where it cannot be an address
  public static Optional<Address> parse(String typed) {
    String text = typed.strip().toLowerCase(Locale.ROOT);
    if (!text.contains("://")) {
      text = "hearth://" + (isBareIpv6(text) ? "[" + text + "]" : text);
    }
    try {
      URI uri = new URI(text);
      int port = uri.getPort() == -1 ? Limits.DEFAULT_PORT : uri.getPort();
      String host = uri.getHost();
      boolean known = "hearth".equals(uri.getScheme()) || "ws".equals(uri.getScheme());
      if (!known || host == null || port < 1 || port > 65_535) {
        return Optional.empty();
      }
      return Optional.of(new Address(host, port));
    } catch (URISyntaxException notAnAddress) {
      return Optional.empty();
    }
  }

  private static boolean isBareIpv6(String text) {
    return text.indexOf(':') != text.lastIndexOf(':') && !text.startsWith("[");
  }

  /// The WebSocket endpoint behind this address.
  URI uri() {
    return URI.create("ws://" + this + "/");
  }

  /// The form to be shown and copied: `host:port`.
  @Override
  public String toString() {
    return host + ":" + port;
  }
}

package hearth.client.link;

import hearth.protocol.DeviceCode;
import hearth.protocol.Limits;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a server listens, and what is known of it in advance. Immutable.
///
/// @param port 1 to 65,535
/// @param plain whether to connect without TLS, as tests and reverse proxies do
/// @param key the fingerprint that the server's key must have, as an invitation gives it: the
///   SHA-256 of the public key in hexadecimal digits; null if none is expected
/// @param code the code by which a device is added there, as a link gives it; null for none. Where
///   there is one, the address is not for logs.
public record Address(
    String host, int port, boolean plain, @Nullable String key, @Nullable DeviceCode code) {
  private static final String PLAIN = "ws";
  private static final String SCHEME = "hearth";
  private static final String CODE = "code=";

  /// An address with TLS, of whose key nothing is known.
  public Address(String host, int port) {
    this(host, port, false, null);
  }

  /// An address without a code.
  public Address(String host, int port, boolean plain, @Nullable String key) {
    this(host, port, plain, key, null);
  }

  /// The same with a code.
  public Address with(@Nullable DeviceCode other) {
    return new Address(host, port, plain, key, other);
  }

  /// Parses what a person types or pastes: `192.168.1.20`, `192.168.1.20:7420`, `[::1]:7420`,
  /// `my-laptop.local`, the same behind `hearth://` and with the key's fingerprint as its path, and
  /// behind `ws://` for a connection without TLS. The port is [Limits#DEFAULT_PORT] if none is
  /// given. A code stands at the end, as `?code=K7QM2XPA`; an older version skips it.
  ///
  /// @return empty if it is not an address
  public static Optional<Address> parse(String typed) {
    String text = typed.strip().toLowerCase(Locale.ROOT);
    if (!text.contains("://")) {
      text = SCHEME + "://" + (isBareIpv6(text) ? "[" + text + "]" : text);
    }
    try {
      URI uri = new URI(text);
      int port = uri.getPort() == -1 ? Limits.DEFAULT_PORT : uri.getPort();
      String host = uri.getHost();
      boolean plain = PLAIN.equals(uri.getScheme());
      boolean known = plain || SCHEME.equals(uri.getScheme());
      String path = uri.getPath() == null ? "" : uri.getPath().replace("/", "");
      boolean keyed = path.matches("[0-9a-f]{64}");
      if (!known || host == null || port < 1 || port > 65_535 || !(keyed || path.isEmpty())) {
        return Optional.empty();
      }
      return Optional.of(new Address(host, port, plain, keyed ? path : null, code(uri.getQuery())));
    } catch (URISyntaxException notAnAddress) {
      return Optional.empty();
    }
  }

  private static @Nullable DeviceCode code(@Nullable String query) {
    return query != null && query.startsWith(CODE)
        ? DeviceCode.parse(query.substring(CODE.length())).orElse(null)
        : null;
  }

  /// Whether what [#parse] does not take is the beginning of a link that was cut off: it ends
  /// within the address, or within the key behind it.
  public static boolean isCutOff(String typed) {
    String text = typed.strip().toLowerCase(Locale.ROOT);
    boolean link = text.startsWith(SCHEME + ":");
    String rest = link ? text.substring(SCHEME.length() + 1).replaceFirst("^/{1,2}", "") : text;
    int slash = rest.indexOf('/');
    boolean begins =
        slash < 0
            ? link && rest.matches("[\\[\\]0-9a-z.:-]*")
            : rest.substring(slash + 1).matches("[0-9a-f]{1,63}");
    return begins && parse(typed).isEmpty();
  }

  private static boolean isBareIpv6(String text) {
    return text.indexOf(':') != text.lastIndexOf(':') && !text.startsWith("[");
  }

  /// The WebSocket endpoint behind this address.
  URI uri() {
    return URI.create((plain ? PLAIN : "wss") + "://" + host + ":" + port + "/");
  }

  /// The form to show and copy, which [#parse] accepts: `host:port`, or a whole URI if more is
  /// known.
  @Override
  public String toString() {
    String place = host + ":" + port;
    if (key == null && code == null) {
      return plain ? PLAIN + "://" + place : place;
    }
    String end = (key == null ? "" : key) + (code == null ? "" : "?" + CODE + code.text());
    return (plain ? PLAIN : SCHEME) + "://" + place + "/" + end;
  }
}

package hearth.server.net;

import java.net.URI;
import java.util.Locale;

/// Whether a web page may connect: a browser says in `Origin` whose page it is, and lets any page
/// connect anywhere.
final class Origins {
  private Origins() {}

  /// Programs say no origin; a page must come from the very host that it connects to.
  ///
  /// @param origin the header's value, empty where there is none
  /// @param host the header `Host`
  static boolean fits(String origin, String host) {
    if (origin.isEmpty()) {
      return true;
    }
    String from = hostOf(origin);
    return !from.isEmpty() && from.equals(hostOf("ws://" + host));
  }

  private static String hostOf(String address) {
    try {
      String host = URI.create(address.strip()).getHost();
      return host == null ? "" : host.toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException none) {
      return "";
    }
  }
}

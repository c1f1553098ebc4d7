package hearth.server.net;

import java.net.URI;
import java.util.Locale;

/// Whether a web page may connect. Browsers let any page connect anywhere and name the page's host
/// in the header `Origin`. Holds no state.
final class OriginCheck {
  private OriginCheck() {}

  /// Programs send no origin; a page must come from the host that it connects to.
  ///
  /// @param origin the header's value, empty if there is none
  /// @param host the header `Host`
  static boolean allows(String origin, String host) {
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
    } catch (IllegalArgumentException _) {
      return "";
    }
  }
}

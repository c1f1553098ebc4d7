package hearth.desktop.markdown;

import hearth.client.link.Address;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a link leads, in the characters that addresses have: `http`, `https` or `hearth`, and
/// nothing else. Immutable.
///
/// @param address what is opened, with its scheme
/// @param host in lower case
public record LinkTarget(String address, String host) {
  private static final Pattern WEB =
      Pattern.compile("(?i)(https?)://([^/?#\\\\@\\s]+)([/?#].*)?", Pattern.DOTALL);
  private static final Pattern HOST =
      Pattern.compile("([a-z0-9]([a-z0-9.-]*[a-z0-9])?\\.?|\\[[0-9a-f:.]+])(:[0-9]{1,5})?");
  private static final String HEARTH = "hearth:";
  private static final String AS_IT_IS = "-._~:/?#[]@!$&'()*+,;=%";
  private static final String FOREIGN = "xn--";

  /// What a link's target means.
  ///
  /// @return empty if it may not be opened
  public static Optional<LinkTarget> of(String written) {
    if (written.regionMatches(true, 0, HEARTH, 0, HEARTH.length())) {
      return Address.parse(written)
          .map(server -> new LinkTarget(written.toLowerCase(Locale.ROOT), server.host()));
    }
    Matcher web = WEB.matcher(written);
    if (!web.matches()) {
      return Optional.empty();
    }
    String host = ascii(web.group(2));
    if (!HOST.matcher(host).matches()) {
      return Optional.empty();
    }
    String rest = web.group(3) == null ? "" : web.group(3);
    String address = web.group(1).toLowerCase(Locale.ROOT) + "://" + host + encoded(rest);
    return Optional.of(new LinkTarget(address, host));
  }

  private static String ascii(String host) {
    try {
      return IDN.toASCII(host).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException notAHost) {
      return "";
    }
  }

  private static String encoded(String rest) {
    StringBuilder encoded = new StringBuilder();
    for (byte unit : rest.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (unit & 0xFF);
      if (c < 0x80 && (Character.isLetterOrDigit(c) || AS_IT_IS.indexOf(c) >= 0)) {
        encoded.append(c);
      } else {
        encoded.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
      }
    }
    return encoded.toString();
  }

  /// Whether what is shown may be taken for another address: a host in letters that look like
  /// others, or words that are an address themselves and not this one.
  public boolean isHiddenBehind(String shown) {
    String seen =
        Normalizer.normalize(shown, Normalizer.Form.NFKC)
            .replaceAll("[\\p{Cf}\\p{Cc}]", "")
            .strip();
    return host.contains(FOREIGN)
        || Addresses.first(seen)
            .flatMap(found -> of(found.target()))
            .filter(other -> !other.host().equals(host))
            .isPresent();
  }
}

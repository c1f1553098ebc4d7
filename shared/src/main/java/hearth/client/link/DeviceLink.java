package hearth.client.link;

import hearth.protocol.DeviceCode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A link by which a device is added: where the server listens, and the code. An older version
/// reads it as an invitation. Immutable.
public record DeviceLink(Address address, DeviceCode code) {
  private static final Pattern CODE = Pattern.compile("\\?code=([^&#]*)", Pattern.CASE_INSENSITIVE);

  /// Parses what a person pastes or opens.
  ///
  /// @return empty if it is not such a link
  public static Optional<DeviceLink> parse(String typed) {
    Matcher code = CODE.matcher(typed);
    if (!code.find()) {
      return Optional.empty();
    }
    return Address.parse(typed)
        .flatMap(
            address ->
                DeviceCode.parse(code.group(1)).map(found -> new DeviceLink(address, found)));
  }

  /// The form to show and copy, which [#parse] accepts. Holds the code: not for logs.
  public String text() {
    String place = address.toString();
    String link = place.contains("://") ? place : Address.SCHEME + "://" + place;
    return link + (address.key() == null ? "/" : "") + "?code=" + code.text();
  }
}

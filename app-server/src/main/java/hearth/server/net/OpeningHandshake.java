package hearth.server.net;

import static java.nio.charset.StandardCharsets.US_ASCII;

import hearth.server.metrics.Event;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.java_websocket.handshake.ClientHandshake;
import org.jspecify.annotations.Nullable;

/// Checks what a client asks for at first as RFC 6455, section 4.2.1, demands, which the library
/// does only in part; and who asks: browsers let any page connect anywhere, and name the page's
/// host in the header `Origin`. One instance per connection, confined to its worker.
final class OpeningHandshake {
  private static final Pattern HOST =
      Pattern.compile(
          "(?:\\[([0-9A-Fa-f:.]+)(?:%[\\w.~-]+)?]|([A-Za-z0-9._-]{1,253}))(?::\\d{1,5})?");
  private static final int KEY_BYTES = 16;

  private final HostNames hosts;
  private final Event otherHost;
  private Answer answer = Answer.BAD_REQUEST;

  /// Checks one.
  ///
  /// @param otherHost told of a request for another host
  OpeningHandshake(HostNames hosts, Event otherHost) {
    this.hosts = hosts;
    this.otherHost = otherHost;
  }

  /// Checks a whole request. What the library then finds wrong is a bad request.
  ///
  /// @return false if it is refused
  boolean check(ClientHandshake request) {
    answer = judge(request);
    return answer == Answer.SWITCHING;
  }

  /// The library has refused what was right so far.
  void refuse() {
    answer = Answer.BAD_REQUEST;
  }

  boolean isAccepted() {
    return answer == Answer.SWITCHING;
  }

  /// The HTTP response of the refusal.
  ByteBuffer refusal() {
    String text =
        "HTTP/1.1 %s\r\n%sContent-Length: 0\r\n\r\n".formatted(answer.status, answer.headers);
    return ByteBuffer.wrap(text.getBytes(US_ASCII));
  }

  private Answer judge(ClientHandshake request) {
    String host = hostOf(request.getFieldValue("Host"));
    if (host == null
        || !names(request.getFieldValue("Upgrade"), "websocket")
        || !names(request.getFieldValue("Connection"), "upgrade")
        || !isKey(request.getFieldValue("Sec-WebSocket-Key"))) {
      return Answer.BAD_REQUEST;
    }
    if (!request.getFieldValue("Sec-WebSocket-Version").strip().equals("13")) {
      return Answer.OTHER_VERSION;
    }
    String origin = request.getFieldValue("Origin");
    if (origin.isEmpty() ? !hosts.allowsProgram(host) : !hosts.allowsPage(host)) {
      otherHost.happened(host);
      return Answer.OTHER_HOST;
    }
    return origin.isEmpty() || isFrom(origin, host) ? Answer.SWITCHING : Answer.FOREIGN_PAGE;
  }

  private static @Nullable String hostOf(String header) {
    Matcher matcher = HOST.matcher(header.strip());
    if (!matcher.matches()) {
      return null;
    }
    String address = matcher.group(1);
    return address == null ? matcher.group(2) : address;
  }

  /// The library joins headers of one name with semicolons.
  private static boolean names(String header, String word) {
    return Arrays.stream(header.split("[,;]", -1))
        .anyMatch(name -> name.strip().equalsIgnoreCase(word));
  }

  private static boolean isKey(String header) {
    try {
      return Base64.getDecoder().decode(header.strip()).length == KEY_BYTES;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /// Whether a page of that origin comes from the host that it connects to.
  private static boolean isFrom(String origin, String host) {
    try {
      String from = URI.create(origin.strip()).getHost();
      return from != null
          && from.replaceAll("^\\[|%.*|]$", "")
              .toLowerCase(Locale.ROOT)
              .equals(host.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private enum Answer {
    SWITCHING("101 Switching Protocols", ""),
    BAD_REQUEST("400 Bad Request", "Connection: close\r\n"),
    FOREIGN_PAGE("403 Forbidden", "Connection: close\r\n"),
    OTHER_HOST("421 Misdirected Request", "Connection: close\r\n"),
    OTHER_VERSION(
        "426 Upgrade Required",
        "Connection: Upgrade, close\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n");

    private final String status;
    private final String headers;

    Answer(String status, String headers) {
      this.status = status;
      this.headers = headers;
    }
  }
}

package hearth.protocol.json;

import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Frame;
import hearth.protocol.Notification;
import hearth.protocol.Request;
import hearth.protocol.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The outer object of a message while it is read. Confined to the thread that made it.
final class Envelope {
  private @Nullable String version;
  private OptionalLong id = OptionalLong.empty();
  private @Nullable String method;
  private @Nullable Request request;
  private @Nullable Notification notification;
  private @Nullable Response response;
  private @Nullable Fault fault;
  private String faultMessage = "";
  private Duration retryAfter = Duration.ZERO;
  private boolean inBody;

  /// Reads the whole text.
  ///
  /// @return false where it has to be read once more, because the parameters came before the method
  boolean read(JsonIn in) throws IOException {
    boolean whole = true;
    in.beginObject();
    for (String name = in.nextMember(); name != null; name = in.nextMember()) {
      switch (name) {
        case "jsonrpc" -> version = in.string();
        case "id" -> id = OptionalLong.of(in.wholeNumber());
        case "method" -> method = in.string();
        case "params" -> whole = params(in);
        case "result" -> {
          inBody = true;
          response = Responses.RESPONSE.read(in);
          inBody = false;
        }
        case "error" -> error(in);
        default -> in.skip();
      }
    }
    in.end();
    return whole;
  }

  /// Reads on its own, from another copy of the text, the id of a request that was refused before
  /// it was read.
  void readId(JsonIn in) {
    try {
      in.beginObject();
      for (String name = in.nextMember(); name != null; name = in.nextMember()) {
        if (name.equals("id")) {
          id = OptionalLong.of(in.wholeNumber());
        } else {
          in.skip();
        }
      }
    } catch (IOException | IllegalStateException | NumberFormatException _) {
      // What is wrong is said already.
    }
  }

  /// Whether it is to be looked for.
  boolean lacksId() {
    return id.isEmpty();
  }

  private boolean params(JsonIn in) throws IOException {
    String known = method;
    if (known == null) {
      in.skip();
      return false;
    }
    inBody = true;
    if (Notifications.NOTIFICATIONS.knows(known)) {
      notification = Notifications.NOTIFICATIONS.read(known, in);
    } else if (Requests.REQUESTS.knows(known)) {
      request = Requests.REQUESTS.read(known, in);
    } else {
      in.skip();
    }
    inBody = false;
    return true;
  }

  private void error(JsonIn in) throws IOException {
    Fault read = null;
    in.beginObject();
    for (String name = in.nextMember(); name != null; name = in.nextMember()) {
      switch (name) {
        case "code" -> read = Fault.ofCode(in.smallNumber()).orElse(Fault.UNKNOWN);
        case "message" -> faultMessage = in.string();
        case "data" -> errorData(in);
        default -> in.skip();
      }
    }
    if (read == null) {
      throw new FaultException(Fault.PARAMS_INVALID, "code is missing");
    }
    fault = read;
  }

  private void errorData(JsonIn in) throws IOException {
    in.beginObject();
    for (String name = in.nextMember(); name != null; name = in.nextMember()) {
      switch (name) {
        case "retryAfterMillis" -> retryAfter = Duration.ofMillis(in.number());
        default -> in.skip();
      }
    }
  }

  /// Whether reading stopped within parameters or a result: the message is of this protocol then.
  boolean inBody() {
    return inBody;
  }

  Frame frame() {
    if (!"2.0".equals(version)) {
      throw new FaultException(Fault.INVALID_REQUEST, "jsonrpc must be \"2.0\"");
    }
    if (request != null) {
      return new Frame.RequestFrame(id, request);
    }
    if (notification != null) {
      return new Frame.NotificationFrame(notification);
    }
    if (response != null && id.isPresent()) {
      return new Frame.ResponseFrame(id.getAsLong(), response);
    }
    if (fault != null) {
      return new Frame.ErrorFrame(id, fault, faultMessage, retryAfter);
    }
    String asked = method;
    if (asked == null) {
      throw new FaultException(
          Fault.INVALID_REQUEST, "a method, a result with an id, or an error is needed");
    }
    if (Requests.REQUESTS.knows(asked) || Notifications.NOTIFICATIONS.knows(asked)) {
      throw new FaultException(Fault.PARAMS_INVALID, "params are missing");
    }
    return new Frame.UnknownFrame(id, asked);
  }

  CodecException fault(Fault why, String message) {
    return new CodecException(id, why, message);
  }
}

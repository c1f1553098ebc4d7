package hearth.protocol.json;

import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Frame;
import hearth.protocol.Frame.ErrorFrame;
import hearth.protocol.Frame.NotificationFrame;
import hearth.protocol.Frame.RequestFrame;
import hearth.protocol.Frame.ResponseFrame;
import hearth.protocol.Frame.UnknownFrame;
import hearth.protocol.Notification;
import hearth.protocol.Request;
import hearth.protocol.Response;
import java.io.IOException;
import java.util.OptionalLong;

/// [Frame] to JSON-RPC 2.0 text and back, as a stream.
///
/// Safe from any thread; holds no state.
public final class Codec {
  private Codec() {}

  /// The frame as one line of JSON.
  public static String encode(Frame frame) {
    JsonOut out = new JsonOut().beginObject().name("jsonrpc").value("2.0");
    switch (frame) {
      case RequestFrame(OptionalLong id, Request request) -> {
        writeId(out, id);
        out.name("method").value(Requests.REQUESTS.wordOf(request)).name("params").beginObject();
        Requests.REQUESTS.writeMembers(out, request);
        out.endObject();
      }
      case ResponseFrame(long id, Response response) -> {
        out.name("id").value(id).name("result");
        Responses.RESPONSE.write(out, response);
      }
      case ErrorFrame error -> {
        writeId(out, error.id());
        writeError(out.name("error"), error);
      }
      case NotificationFrame(Notification notification) -> {
        out.name("method").value(Notifications.NOTIFICATIONS.wordOf(notification));
        out.name("params").beginObject();
        Notifications.NOTIFICATIONS.writeMembers(out, notification);
        out.endObject();
      }
      case UnknownFrame(OptionalLong id, String method) -> {
        writeId(out, id);
        out.name("method").value(method).name("params").beginObject().endObject();
      }
    }
    return out.endObject().toString();
  }

  private static void writeId(JsonOut out, OptionalLong id) {
    if (id.isPresent()) {
      out.name("id").value(id.getAsLong());
    }
  }

  private static void writeError(JsonOut out, ErrorFrame error) {
    out.beginObject().name("code").value(error.fault().code());
    out.name("message").value(error.message());
    if (error.retryAfter().isPositive()) {
      out.name("data").beginObject();
      out.name("retryAfterMillis").value(error.retryAfter().toMillis()).endObject();
    }
    out.endObject();
  }

  /// Reads one frame.
  ///
  /// @throws CodecException with [Fault#PARSE_ERROR] where the text is not JSON,
  ///   [Fault#INVALID_REQUEST] where it is not of this protocol, or the fault that a record of the
  ///   protocol gave
  public static Frame decode(String text) throws CodecException {
    var envelope = new Envelope();
    try {
      if (!envelope.read(new JsonIn(text))) {
        // The parameters stood before the method: read them again, now that it is known.
        envelope.read(new JsonIn(text));
      }
      return envelope.frame();
    } catch (FaultException refused) {
      throw fault(envelope, text, refused.fault(), refused.sentence());
    } catch (IOException notJson) {
      throw fault(envelope, text, Fault.PARSE_ERROR, Fault.PARSE_ERROR.sentence());
    } catch (IllegalStateException | NumberFormatException otherJson) {
      Fault fault = envelope.inBody() ? Fault.PARAMS_INVALID : Fault.INVALID_REQUEST;
      throw fault(envelope, text, fault, fault.sentence());
    }
  }

  /// The id may stand behind what is wrong.
  private static CodecException fault(Envelope envelope, String text, Fault why, String message) {
    if (envelope.lacksId()) {
      envelope.readId(new JsonIn(text));
    }
    return envelope.fault(why, message);
  }
}

package hearth.protocol;

import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The only code that knows the wire's JSON: [Frame] to JSON-RPC 2.0 text and back, as a stream,
/// without reflection. Unknown members are skipped, so that a newer peer can say more.
///
/// Safe from any thread; holds no state.
public final class Codec {
  private Codec() {}

  /// The frame as one line of JSON.
  public static String encode(Frame frame) {
    JsonOut out = new JsonOut().beginObject().member("jsonrpc", "2.0");
    switch (frame) {
      case Frame.Call(OptionalLong id, Request request) -> {
        id.ifPresent(value -> out.member("id", value));
        RequestCodec.write(out, request);
      }
      case Frame.Answer(long id, Reply reply) -> {
        out.member("id", id).name("result");
        ReplyCodec.write(out, reply);
      }
      case Frame.Refusal refusal -> {
        refusal.id().ifPresent(value -> out.member("id", value));
        writeError(out.name("error"), refusal);
      }
      case Frame.Notice(Event event) -> EventCodec.writeNotice(out, event);
    }
    return out.endObject().toString();
  }

  private static void writeError(JsonOut out, Frame.Refusal refusal) {
    out.beginObject().member("code", refusal.fault().code()).member("message", refusal.message());
    if (refusal.retryAfter().isPositive()) {
      out.name("data")
          .beginObject()
          .member("retryAfterMillis", refusal.retryAfter().toMillis())
          .endObject();
    }
    out.endObject();
  }

  /// Reads one frame.
  ///
  /// @throws CodecException with [Fault#PARSE_ERROR] where the text is not JSON,
  ///   [Fault#INVALID_REQUEST] where it is not of this protocol, [Fault#METHOD_UNKNOWN], or the
  ///   fault that a record of this package gave
  public static Frame decode(String text) throws CodecException {
    var envelope = new Envelope();
    try {
      envelope.read(new JsonIn(text), false);
      if (envelope.needsSecondLook) {
        // The parameters stood before the method: read them again, now that it is known.
        envelope.read(new JsonIn(text), true);
      }
      return envelope.frame();
    } catch (FaultException refused) {
      throw envelope.fault(refused.fault(), refused.sentence());
    } catch (IOException notJson) {
      throw envelope.fault(Fault.PARSE_ERROR, Fault.PARSE_ERROR.sentence());
    } catch (IllegalStateException | NumberFormatException otherJson) {
      Fault fault = envelope.inBody ? Fault.PARAMS_INVALID : Fault.INVALID_REQUEST;
      throw envelope.fault(fault, fault.sentence());
    }
  }

  /// The outer object of a message while it is read.
  private static final class Envelope {
    private @Nullable String version;
    private OptionalLong id = OptionalLong.empty();
    private @Nullable String method;
    private @Nullable Request request;
    private @Nullable Event event;
    private @Nullable Reply reply;
    private @Nullable Fault fault;
    private String faultMessage = "";
    private Duration retryAfter = Duration.ZERO;
    private boolean needsSecondLook;
    private boolean inBody;

    void read(JsonIn in, boolean again) throws IOException {
      in.beginObject();
      for (String name = in.nextMember(); name != null; name = in.nextMember()) {
        switch (name) {
          case "jsonrpc" -> version = in.string();
          case "id" -> id = OptionalLong.of(in.number());
          case "method" -> method = in.string();
          case "params" -> params(in, again);
          case "result" -> {
            inBody = true;
            reply = ReplyCodec.read(in);
            inBody = false;
          }
          case "error" -> error(in);
          default -> in.skip();
        }
      }
      in.end();
    }

    private void params(JsonIn in, boolean again) throws IOException {
      String known = method;
      if (known == null) {
        needsSecondLook = !again;
        in.skip();
        return;
      }
      inBody = true;
      if (EventCodec.knows(known)) {
        event = EventCodec.readParams(known, in);
      } else {
        request = RequestCodec.read(known, in);
      }
      inBody = false;
    }

    private void error(JsonIn in) throws IOException {
      Fault read = null;
      in.beginObject();
      for (String name = in.nextMember(); name != null; name = in.nextMember()) {
        switch (name) {
          case "code" -> read = Fault.ofCode(in.smallNumber()).orElse(Fault.INTERNAL);
          case "message" -> faultMessage = in.string();
          case "data" -> errorData(in);
          default -> in.skip();
        }
      }
      fault = ValueCodec.need(read, "code");
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

    Frame frame() {
      if (!"2.0".equals(version)) {
        throw new FaultException(Fault.INVALID_REQUEST, "jsonrpc must be \"2.0\"");
      }
      if (request != null) {
        return new Frame.Call(id, request);
      }
      if (event != null) {
        return new Frame.Notice(event);
      }
      if (reply != null && id.isPresent()) {
        return new Frame.Answer(id.getAsLong(), reply);
      }
      if (fault != null) {
        return new Frame.Refusal(id, fault, faultMessage, retryAfter);
      }
      if (method != null) {
        throw new FaultException(
            RequestCodec.knows(method) ? Fault.PARAMS_INVALID : Fault.METHOD_UNKNOWN);
      }
      throw new FaultException(
          Fault.INVALID_REQUEST, "a method, a result with an id, or an error is needed");
    }

    CodecException fault(Fault why, String message) {
      return new CodecException(id, why, message);
    }
  }
}

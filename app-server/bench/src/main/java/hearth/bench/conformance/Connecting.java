package hearth.bench.conformance;

import static hearth.bench.conformance.Case.need;
import static hearth.bench.conformance.Case.needEqual;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Handshakes, frames and messages that are not of this protocol. Holds no state.
final class Connecting {
  private static final String BAD_BYTES =
      "1002, 1003, 1007 and 1009 for bytes that are not this protocol";
  private static final String CLOSED = "After -32700 and -32600 the connection is closed.";
  private static final Set<Integer> BAD = Set.of(1002, 1003, 1007, 1009);
  private static final int OVER_THE_BOUND = 64 * 1024 + 1;

  private Connecting() {}

  static List<Case> cases() {
    return List.of(
        new Case(
            "the subprotocol is taken",
            "The client opens a WebSocket to `wss://HOST:7420/` (any path) and offers the"
                + " subprotocol `hearth.v1`.",
            Connecting::subprotocol),
        new Case(
            "another origin",
            "A client that says an `Origin` (browsers do) is let in only if that is the very host"
                + " it connects to; any other is answered with 403.",
            Connecting::origin),
        new Case(
            "the key's fingerprint",
            "A server is known by its key: its `id` is the SHA-256 of the public key (X.509"
                + " SubjectPublicKeyInfo) in 64 lower-case hexadecimal digits.",
            Connecting::fingerprint),
        new Case("an unmasked frame", BAD_BYTES, stage -> broken(stage, Wire.TEXT, "{}", false)),
        new Case("a reserved bit", BAD_BYTES, stage -> broken(stage, 0xC1, "{}", true)),
        new Case("a frame in bytes", BAD_BYTES, stage -> broken(stage, 0x82, "{}", true)),
        new Case("an unknown opcode", BAD_BYTES, stage -> broken(stage, 0x83, "{}", true)),
        new Case("a long ping", BAD_BYTES, stage -> broken(stage, 0x89, "x".repeat(126), true)),
        new Case("text that is not UTF-8", BAD_BYTES, Connecting::badUtf8),
        new Case(
            "a message over its bound",
            "One message is one JSON object in UTF-8, at most 64 KiB towards the server",
            stage -> broken(stage, Wire.TEXT, " ".repeat(OVER_THE_BOUND), true)),
        new Case("what is not JSON", CLOSED, stage -> refused(stage, "{\"jsonrpc\":", -32700)),
        new Case("JSON of another kind", CLOSED, stage -> refused(stage, "{\"a\":1}", -32600)),
        new Case(
            "a list of requests",
            "Batches are not used.",
            stage -> refused(stage, "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"hello\"}]", 0)),
        new Case(
            "a member twice",
            "nested at most 12 deep, no member twice in one object",
            stage ->
                refused(
                    stage,
                    "{\"jsonrpc\":\"2.0\",\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"a\"}",
                    0)),
        new Case(
            "deep nesting",
            "nested at most 12 deep, no member twice in one object",
            stage ->
                refused(
                    stage,
                    "{\"jsonrpc\":\"2.0\",\"x\":%s%s}".formatted("[".repeat(40), "]".repeat(40)),
                    0)));
  }

  private static void subprotocol(Stage stage) throws IOException {
    try (Wire wire = Wire.shakeHands(stage.server(), "Sec-WebSocket-Protocol: hearth.v1\r\n")) {
      needEqual(101, wire.status());
      need(wire.head().contains("sec-websocket-protocol: hearth.v1\r\n"), wire.head());
      need(wire.head().contains("sec-websocket-accept: s3pplmbitxaq9kygzzhzrbk+xoo="), wire.head());
    }
  }

  private static void origin(Stage stage) throws IOException {
    String headers = "Sec-WebSocket-Protocol: hearth.v1\r\nOrigin: https://elsewhere.example\r\n";
    try (Wire wire = Wire.shakeHands(stage.server(), headers)) {
      needEqual(403, wire.status());
    }
  }

  private static void fingerprint(Stage stage) throws IOException {
    Person guest = stage.connect();
    String id = guest.ask("hello", "{}").getAsJsonObject("server").get("id").getAsString();
    need(id.matches("[0-9a-f]{64}"), id);
    Optional<String> shown = guest.wire().serverKey();
    need(shown.isEmpty() || shown.get().equals(id), "the key shown is " + shown);
  }

  private static void broken(Stage stage, int first, String payload, boolean masked)
      throws IOException {
    Wire wire = stage.connect().wire();
    wire.frame(first, payload.getBytes(StandardCharsets.US_ASCII), masked);
    need(BAD.contains(wire.closeCode()), "closed with " + wire.closeCode());
  }

  private static void badUtf8(Stage stage) throws IOException {
    Wire wire = stage.connect().wire();
    wire.frame(Wire.TEXT, new byte[] {'"', (byte) 0xC0, (byte) 0xAF, '"'}, true);
    need(BAD.contains(wire.closeCode()), "closed with " + wire.closeCode());
  }

  /// @param code 0 for either of those after which the connection is closed
  private static void refused(Stage stage, String text, int code) throws IOException {
    Person guest = stage.connect();
    guest.send(text);
    JsonObject answer = guest.next();
    int found = answer.getAsJsonObject("error").get("code").getAsInt();
    need(found == code || (code == 0 && (found == -32700 || found == -32600)), answer.toString());
    need(BAD.contains(guest.wire().closeCode()), "closed with " + guest.wire().closeCode());
  }
}

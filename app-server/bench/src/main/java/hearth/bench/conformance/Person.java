package hearth.bench.conformance;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import hearth.bench.conformance.Case.Broken;
import hearth.client.link.Address;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Somebody on one connection, who asks and listens. Waits and asks again where the server says
/// that this is too much at once. Confined to the suite's thread.
final class Person implements AutoCloseable {
  static final int RATE_LIMITED = 1043;

  private static final long LONGEST_WAIT_MILLIS = 20_000;

  private final Wire wire;
  private final Deque<JsonObject> told = new ArrayDeque<>();
  private long ids;
  private String token = "";
  private long me;

  private Person(Wire wire) {
    this.wire = wire;
  }

  static Person connect(Address server) throws IOException {
    return new Person(Wire.open(server));
  }

  /// Becomes somebody new.
  void join(String name, String newToken) {
    me =
        ask("join", "{\"name\":%s,\"token\":\"%s\"}".formatted(quote(name), newToken))
            .get("me")
            .getAsLong();
    token = newToken;
  }

  /// Comes back as somebody.
  JsonObject resume(String known) {
    JsonObject resumed = ask("resume", "{\"token\":\"%s\"}".formatted(known));
    me = resumed.get("me").getAsLong();
    token = known;
    return resumed;
  }

  static String newToken() {
    return (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "");
  }

  static String newId() {
    return UUID.randomUUID().toString();
  }

  static String quote(String text) {
    return new JsonPrimitive(text).toString();
  }

  static JsonElement json(String text) {
    return JsonParser.parseString(text);
  }

  Wire wire() {
    return wire;
  }

  String token() {
    return token;
  }

  long me() {
    return me;
  }

  /// The result of a request.
  ///
  /// @throws Broken if it is refused
  JsonObject ask(String method, String params) {
    JsonObject answer = patiently(method, params);
    Case.need(answer.has("result"), method + " was answered with " + answer);
    return answer.getAsJsonObject("result");
  }

  /// The code of a refusal.
  ///
  /// @throws Broken if it is not refused
  int refusal(String method, String params) {
    return code(patiently(method, params), method);
  }

  private static int code(JsonObject answer, String method) {
    Case.need(answer.has("error"), method + " was answered with " + answer);
    return answer.getAsJsonObject("error").get("code").getAsInt();
  }

  /// The whole answer to one request, also where it is that this comes too soon.
  JsonObject once(String method, String params) {
    long id = ++ids;
    send(
        "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"%s\",\"params\":%s}"
            .formatted(id, method, params));
    return answer(id);
  }

  private JsonObject patiently(String method, String params) {
    while (true) {
      JsonObject answer = once(method, params);
      if (!answer.has("error") || code(answer, method) != RATE_LIMITED) {
        return answer;
      }
      long millis =
          answer
              .getAsJsonObject("error")
              .getAsJsonObject("data")
              .get("retryAfterMillis")
              .getAsLong();
      Case.need(millis <= LONGEST_WAIT_MILLIS, "refused for " + millis + " ms");
      try {
        TimeUnit.MILLISECONDS.sleep(millis);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new Broken("interrupted");
      }
    }
  }

  void send(String text) {
    try {
      wire.text(text);
    } catch (IOException _) {
      throw new Broken("the connection was closed");
    }
  }

  /// The answer to the request of this id; what is told before it is kept.
  JsonObject answer(long id) {
    while (true) {
      JsonObject message = next();
      if (message.has("method")) {
        told.add(message);
      } else {
        Case.need(message.has("id") && message.get("id").getAsLong() == id, "unasked: " + message);
        return message;
      }
    }
  }

  /// The next message, whatever it is.
  JsonObject next() {
    JsonElement message = JsonParser.parseString(wire.next());
    Case.needEqual("2.0", message.getAsJsonObject().get("jsonrpc").getAsString());
    return message.getAsJsonObject();
  }

  /// The parameters of the next notification of this method that fit; others stay.
  JsonObject told(String method, Predicate<JsonObject> fits) {
    for (Iterator<JsonObject> kept = told.iterator(); kept.hasNext(); ) {
      JsonObject params = fitting(kept.next(), method, fits);
      if (params != null) {
        kept.remove();
        return params;
      }
    }
    while (true) {
      JsonObject message = next();
      JsonObject params = fitting(message, method, fits);
      if (params != null) {
        return params;
      }
      told.add(message);
    }
  }

  private static @Nullable JsonObject fitting(
      JsonObject message, String method, Predicate<JsonObject> fits) {
    if (!message.has("method") || !message.get("method").getAsString().equals(method)) {
      return null;
    }
    JsonObject params = message.getAsJsonObject("params");
    return fits.test(params) ? params : null;
  }

  /// The entries of a chat as they are told, up to this one.
  List<JsonObject> entriesUpTo(long chat, long seq) {
    List<JsonObject> entries = new ArrayList<>();
    long last = 0;
    while (last < seq) {
      JsonObject entry =
          told("entryAppended", told -> of(told).get("chat").getAsLong() == chat)
              .getAsJsonObject("entry");
      last = entry.get("seq").getAsLong();
      entries.add(entry);
    }
    return entries;
  }

  /// The entry of a notification.
  private static JsonObject of(JsonObject told) {
    return told.getAsJsonObject("entry");
  }

  /// Whether something was told and not looked at, among what has come.
  boolean wasTold(String method, Predicate<JsonObject> fits) {
    return told.stream().anyMatch(message -> fitting(message, method, fits) != null);
  }

  /// Forgets what was told and not looked at.
  void forgetTold() {
    told.clear();
  }

  /// Appends an action under a new id.
  JsonObject append(long chat, String action) {
    return ask("append", appendParams(chat, newId(), action));
  }

  int appendRefusal(long chat, String action) {
    return refusal("append", appendParams(chat, newId(), action));
  }

  static String appendParams(long chat, String sendId, String action) {
    return "{\"chat\":%d,\"sendId\":\"%s\",\"action\":%s}".formatted(chat, sendId, action);
  }

  /// Posts a text, and returns its seq.
  long post(long chat, String text) {
    return append(chat, postOf(text)).get("seq").getAsLong();
  }

  static String postOf(String text) {
    return "{\"type\":\"post\",\"content\":{\"type\":\"text\",\"text\":%s}}".formatted(quote(text));
  }

  /// A page of history.
  JsonObject history(long chat, String side, long seq, int limit) {
    return ask(
            "fetchHistory",
            "{\"chat\":%d,\"side\":\"%s\",\"seq\":%d,\"limit\":%d}"
                .formatted(chat, side, seq, limit))
        .getAsJsonObject("page");
  }

  /// A row as it is now.
  JsonObject row(long chat, long seq) {
    JsonArray rows = history(chat, "around", seq, 1).getAsJsonArray("rows");
    Case.need(!rows.isEmpty(), "there is no row " + seq);
    return rows.get(0).getAsJsonObject();
  }

  static JsonObject content(JsonObject row) {
    return row.getAsJsonObject("entry").getAsJsonObject("action").getAsJsonObject("content");
  }

  List<JsonObject> catchUp(long chat, long after) {
    JsonObject result = ask("catchUp", "{\"chat\":%d,\"after\":%d}".formatted(chat, after));
    Case.needEqual("entries", result.get("type").getAsString());
    return objects(result.getAsJsonArray("entries"));
  }

  static List<JsonObject> objects(JsonArray array) {
    return array.asList().stream().map(JsonElement::getAsJsonObject).toList();
  }

  @Override
  public void close() {
    wire.close();
  }
}

package hearth.bench.conformance;

import static hearth.bench.conformance.Case.need;
import static hearth.bench.conformance.Case.needEqual;
import static hearth.bench.conformance.Person.objects;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;

/// Catching up, history, versions, markers and signs. Holds no state.
final class Reading {
  private static final String SIDES =
      "`side`: the rows `before` a seq, `after` it, or `around` it (half of them before, the rest"
          + " from it on); `limit` 1 to 200 rows.";
  private static final String MARKERS =
      "Markers never go back and never pass the head; read counts as delivered.";

  private Reading() {}

  static List<Case> cases() {
    return List.of(
        new Case(
            "catching up",
            "Oldest first, at most 200 entries or half a megabyte; `more` says whether the log goes"
                + " on.",
            Reading::catchUp),
        new Case(
            "another log",
            "Who is more than 2,000 entries behind, or holds another entry there, is told to"
                + " resync",
            Reading::resync),
        new Case("history", SIDES, Reading::history),
        new Case("history without end", SIDES, Reading::limits),
        new Case(
            "the beginning of history",
            "The page is a stretch of the log: it has all rows from `from` to `to`; `from` is 1"
                + " where it reaches the beginning.",
            Reading::beginning),
        new Case("versions", "Oldest first; the last is what it holds now.", Reading::versions),
        new Case(
            "the newest message in the overview",
            "`last`, the newest message as it is now, absent where nobody has written",
            Reading::overview),
        new Case("markers", MARKERS, Reading::markers),
        new Case("markers beyond the head", MARKERS, Reading::beyondTheHead),
        new Case(
            "a sign",
            "A sign tells the other members of a chat something for a short time.",
            Reading::sign),
        new Case(
            "a sign that the server does not know",
            "The server leaves out a sign in a chat that is too large for it, and a sign that it"
                + " does not know.",
            Reading::unknownSign));
  }

  /// A new group with so many messages after its first entry.
  private static long groupWith(Stage stage, int messages) {
    long chat = stage.newGroup();
    for (int i = 0; i < messages; i++) {
      stage.ann().post(chat, "message " + i);
    }
    return chat;
  }

  private static List<Long> seqs(JsonObject page) {
    return objects(page.getAsJsonArray("rows")).stream()
        .map(row -> row.getAsJsonObject("entry").get("seq").getAsLong())
        .toList();
  }

  private static void catchUp(Stage stage) {
    long chat = groupWith(stage, 4);
    List<JsonObject> log = stage.ben().catchUp(chat, 2);
    needEqual(
        List.of(3L, 4L, 5L), log.stream().map(entry -> entry.get("seq").getAsLong()).toList());
    JsonObject all = stage.ben().ask("catchUp", "{\"chat\":%d,\"after\":5}".formatted(chat));
    needEqual(0, all.getAsJsonArray("entries").size());
    need(!all.get("more").getAsBoolean(), "there is no more: " + all);
    needEqual(-32602, stage.ben().refusal("catchUp", "{\"chat\":%d,\"after\":-1}".formatted(chat)));
  }

  private static void resync(Stage stage) {
    long chat = groupWith(stage, 3);
    JsonObject answer =
        stage.ben().ask("catchUp", "{\"chat\":%d,\"after\":2,\"at\":1}".formatted(chat));
    needEqual("resync", answer.get("type").getAsString());
    needEqual(4L, answer.getAsJsonObject("page").get("to").getAsLong());
  }

  private static void history(Stage stage) {
    long chat = groupWith(stage, 6);
    needEqual(List.of(3L, 4L), seqs(stage.ben().history(chat, "before", 5, 2)));
    needEqual(List.of(6L, 7L), seqs(stage.ben().history(chat, "after", 5, 2)));
    needEqual(List.of(3L, 4L, 5L, 6L), seqs(stage.ben().history(chat, "around", 5, 4)));
    needEqual(
        1030,
        stage
            .cleo()
            .refusal(
                "fetchHistory",
                "{\"chat\":%d,\"side\":\"before\",\"seq\":5,\"limit\":2}".formatted(chat)));
  }

  private static void limits(Stage stage) {
    for (int limit : new int[] {0, 201}) {
      String params =
          "{\"chat\":%d,\"side\":\"before\",\"seq\":5,\"limit\":%d}"
              .formatted(stage.group(), limit);
      needEqual(-32602, stage.ben().refusal("fetchHistory", params));
    }
  }

  private static void beginning(Stage stage) {
    long chat = groupWith(stage, 3);
    JsonObject page = stage.ben().history(chat, "before", 4, 200);
    needEqual(1L, page.get("from").getAsLong());
    needEqual(3L, page.get("to").getAsLong());
    needEqual(List.of(1L, 2L, 3L), seqs(page));
  }

  private static void versions(Stage stage) {
    long seq = stage.ann().post(stage.group(), "one");
    stage
        .ann()
        .append(
            stage.group(),
            "{\"type\":\"edit\",\"target\":%d,\"content\":{\"type\":\"text\",\"text\":\"two\"}}"
                .formatted(seq));
    JsonObject answer =
        stage.ben().ask("fetchVersions", "{\"chat\":%d,\"seq\":%d}".formatted(stage.group(), seq));
    List<String> texts =
        objects(answer.getAsJsonArray("versions")).stream()
            .map(version -> version.getAsJsonObject("content").get("text").getAsString())
            .toList();
    needEqual(List.of("one", "two"), texts);
  }

  private static void overview(Stage stage) throws IOException {
    long seq = stage.ann().post(stage.group(), "the newest");
    JsonObject chat = stage.overview(stage.ben(), stage.group()).orElseThrow();
    needEqual(seq, chat.get("head").getAsLong());
    needEqual("the newest", Person.content(chat.getAsJsonObject("last")).get("text").getAsString());
    need(chat.get("unread").getAsInt() > 0, "nothing is unread");
  }

  private static String at(long chat, long seq) {
    return "{\"chat\":%d,\"seq\":%d}".formatted(chat, seq);
  }

  private static void markers(Stage stage) {
    long chat = groupWith(stage, 3);
    stage.ben().ask("markRead", at(chat, 3));
    JsonObject moved = stage.ann().told("markerMoved", told -> isOf(told, chat, stage.ben()));
    needEqual(3L, moved.getAsJsonObject("marker").get("read").getAsLong());
    needEqual(3L, moved.getAsJsonObject("marker").get("delivered").getAsLong());
    stage.ben().ask("markRead", at(chat, 2));
    stage.ben().ask("markRead", at(chat, 4));
    JsonObject next = stage.ann().told("markerMoved", told -> isOf(told, chat, stage.ben()));
    needEqual(4L, next.getAsJsonObject("marker").get("read").getAsLong());
    needEqual(1030, stage.cleo().refusal("markRead", at(chat, 1)));
  }

  private static boolean isOf(JsonObject told, long chat, Person person) {
    return told.get("chat").getAsLong() == chat
        && told.getAsJsonObject("marker").get("user").getAsLong() == person.me();
  }

  private static void beyondTheHead(Stage stage) {
    long chat = groupWith(stage, 1);
    stage.ben().ask("markDelivered", at(chat, 1_000_000));
    JsonObject moved = stage.ann().told("markerMoved", told -> isOf(told, chat, stage.ben()));
    needEqual(2L, moved.getAsJsonObject("marker").get("delivered").getAsLong());
  }

  private static String typing(long chat, String sign) {
    return "{\"chat\":%d,\"sign\":\"%s\"}".formatted(chat, sign);
  }

  private static void sign(Stage stage) {
    stage.ann().ask("showSign", typing(stage.group(), "typing"));
    JsonObject shown =
        stage.ben().told("signShown", told -> told.get("chat").getAsLong() == stage.group());
    needEqual(stage.ann().me(), shown.get("user").getAsLong());
    needEqual("typing", shown.get("sign").getAsString());
    needEqual(1030, stage.cleo().refusal("showSign", typing(stage.group(), "typing")));
  }

  private static void unknownSign(Stage stage) {
    stage.ann().ask("showSign", typing(stage.group(), "somersault"));
    stage.ann().ask("showSign", typing(stage.group(), "typing"));
    JsonObject shown =
        stage.ben().told("signShown", told -> told.get("chat").getAsLong() == stage.group());
    needEqual("typing", shown.get("sign").getAsString());
  }
}

package hearth.bench.conformance;

import static hearth.bench.conformance.Case.need;
import static hearth.bench.conformance.Case.needEqual;
import static hearth.bench.conformance.Person.appendParams;
import static hearth.bench.conformance.Person.newId;
import static hearth.bench.conformance.Person.postOf;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;

/// What people are to each other: mentions, forwarded words, roles, channels, and what is one's own
/// business. Holds no state.
final class People {
  private static final String FORWARDED =
      "a message that the sender can read and whose content and author are the same, else the"
          + " request is refused with 1034; nobody else is told where that was.";

  private People() {}

  static List<Case> cases() {
    return List.of(
        new Case(
            "a mention",
            "`mentions`, those of them that mention oneself",
            stage -> mentioned(stage, "<@" + stage.ben().me() + ">")),
        new Case(
            "a mention of everybody",
            "and `<@all>` for everybody in the chat",
            stage -> mentioned(stage, "<@all>")),
        new Case("forwarded words", FORWARDED, People::forward),
        new Case("words that were never said", FORWARDED, People::forwardFalsely),
        new Case("a rule", "this role and those above it may do it", People::rule),
        new Case("a channel", "which everybody on the server can find", People::channel),
        new Case(
            "what one sets for oneself",
            "the server keeps the last of each for that person in that chat, tells it to all"
                + " devices of that person with `preferencesChanged`, and answers `done`.",
            People::preferences));
  }

  private static void mentioned(Stage stage, String mark) throws IOException {
    long chat = stage.newGroup();
    stage.ann().post(chat, "look, " + mark);
    JsonObject seen = stage.overview(stage.ben(), chat).orElseThrow();
    needEqual(1, seen.get("mentions").getAsInt());
    needEqual(1, seen.get("unread").getAsInt());
  }

  private static String repeating(String text, long author, long chat, long seq) {
    return ("{\"type\":\"post\",\"content\":{\"type\":\"text\",\"text\":\"%s\"},"
            + "\"forwarded\":{\"author\":%d,\"origin\":{\"chat\":%d,\"seq\":%d}}}")
        .formatted(text, author, chat, seq);
  }

  private static void forward(Stage stage) {
    long from = stage.newGroup();
    long seq = stage.ann().post(from, "the words");
    long there =
        stage
            .ben()
            .append(stage.group(), repeating("the words", stage.ann().me(), from, seq))
            .get("seq")
            .getAsLong();
    JsonObject action =
        stage.ann().row(stage.group(), there).getAsJsonObject("entry").getAsJsonObject("action");
    needEqual(Person.json("{\"author\":%d}".formatted(stage.ann().me())), action.get("forwarded"));
  }

  private static void forwardFalsely(Stage stage) {
    long from = stage.newGroup();
    long seq = stage.ann().post(from, "the words");
    long author = stage.ann().me();
    needEqual(
        1034,
        stage.ben().appendRefusal(stage.group(), repeating("other words", author, from, seq)));
    needEqual(
        1034,
        stage
            .ben()
            .appendRefusal(stage.group(), repeating("the words", stage.cleo().me(), from, seq)));
  }

  private static void rule(Stage stage) {
    long chat = stage.newGroup();
    stage
        .ann()
        .append(chat, "{\"type\":\"setPermission\",\"permission\":\"post\",\"from\":\"admin\"}");
    needEqual(1050, stage.ben().appendRefusal(chat, postOf("hello")));
    stage
        .ann()
        .append(
            chat,
            "{\"type\":\"setRole\",\"member\":%d,\"role\":\"admin\"}".formatted(stage.ben().me()));
    stage.ben().post(chat, "hello");
  }

  private static void channel(Stage stage) {
    long chat =
        stage
            .ann()
            .ask(
                "createGroup",
                "{\"sendId\":\"%s\",\"title\":\"Conformance\",\"members\":[],\"kind\":\"channel\"}"
                    .formatted(newId()))
            .getAsJsonObject("chat")
            .getAsJsonObject("chat")
            .get("id")
            .getAsLong();
    JsonObject found = stage.cleo().ask("listChannels", "{\"after\":%d}".formatted(chat - 1));
    needEqual(
        chat, found.getAsJsonArray("channels").get(0).getAsJsonObject().get("id").getAsLong());
    needEqual(1030, stage.cleo().appendRefusal(chat, postOf("hello")));
    stage
        .cleo()
        .append(chat, "{\"type\":\"addMembers\",\"members\":[%d]}".formatted(stage.cleo().me()));
    stage.cleo().post(chat, "hello");
    stage
        .cleo()
        .append(chat, "{\"type\":\"removeMember\",\"member\":%d}".formatted(stage.cleo().me()));
  }

  private static void preferences(Stage stage) throws IOException {
    Person device = stage.device(stage.ann());
    JsonObject done =
        stage
            .ann()
            .ask(
                "append",
                appendParams(
                    stage.group(), newId(), "{\"type\":\"saveDraft\",\"text\":\"Dear \"}"));
    needEqual("done", done.get("type").getAsString());
    JsonObject told =
        device.told("preferencesChanged", it -> it.get("chat").getAsLong() == stage.group());
    needEqual("Dear ", told.getAsJsonObject("preferences").get("draft").getAsString());
    stage.ann().post(stage.group(), "afterwards");
    need(
        !stage.ben().wasTold("preferencesChanged", it -> true),
        "somebody else is told what one sets for oneself");
    stage.ann().ask("append", appendParams(stage.group(), newId(), "{\"type\":\"saveDraft\"}"));
  }
}

package hearth.bench.conformance;

import static hearth.bench.conformance.Case.need;
import static hearth.bench.conformance.Case.needEqual;
import static hearth.bench.conformance.Person.appendParams;
import static hearth.bench.conformance.Person.content;
import static hearth.bench.conformance.Person.newId;
import static hearth.bench.conformance.Person.postOf;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.util.List;

/// What can be done to messages, and how it is told. Holds no state.
final class Appending {
  private static final String TEXT =
      "A text has 1 to 4,000 characters after outer blanks are removed, and something to see.";
  private static final String EMOJI =
      "An emoji is one, sequences included, without joiners, selectors or tags that do nothing; a"
          + " message has at most 20 different ones.";
  private static final String FAMILY = "👨‍👩‍👧‍👦";

  private Appending() {}

  static List<Case> cases() {
    return List.of(
        new Case(
            "each entry has the next seq",
            "Its **entries** have a `seq` that begins at 1 and grows by one, without gaps",
            Appending::sequence),
        new Case(
            "all hear all entries in their order",
            "`entryAppended` tells every member of a chat, the author's own devices included, of"
                + " each entry of its log.",
            Appending::everybodyHears),
        new Case(
            "the same sendId again",
            "The same `sendId` sent again is answered as the first time and has no second effect;"
                + " with another action or chat it is refused with 1022.",
            Appending::resend),
        new Case(
            "a chat of others",
            "no such chat, or not one of yours",
            stage -> needEqual(1030, stage.cleo().appendRefusal(stage.group(), postOf("hello")))),
        new Case("outer blanks", TEXT, Appending::blanks),
        new Case("an empty text", TEXT, stage -> textRefused(stage, " \n ", 1020)),
        new Case("a long text", TEXT, stage -> textRefused(stage, "x".repeat(4_001), 1021)),
        new Case(
            "the longest text", TEXT, stage -> stage.ann().post(stage.group(), "🔥".repeat(4_000))),
        new Case(
            "an edit",
            "the target, a message of the same author, has this content",
            Appending::edit),
        new Case(
            "an edit of another's message",
            "the message's author, who may still `post`",
            Appending::foreignEdit),
        new Case(
            "a deletion",
            "the target's content becomes `erased`, in its row and everywhere in the log",
            Appending::delete),
        new Case(
            "what is done to a deleted message",
            "no such message in this chat, or it was deleted",
            Appending::afterDelete),
        new Case("a reaction", "the author's reaction is set or taken back", Appending::react),
        new Case(
            "a reaction that is there already",
            "An action that changes nothing (a reaction that is there already) makes no entry and"
                + " is answered with the place of the one that made it so.",
            Appending::noEffect),
        new Case("a reaction that is no emoji", EMOJI, Appending::noEmoji),
        new Case("too many reactions", EMOJI, Appending::manyEmoji),
        new Case(
            "a pin",
            "the target, a message, is pinned to the chat or is not any more",
            Appending::pin),
        new Case(
            "a pin on a message that is deleted",
            "A message that is deleted is pinned no longer.",
            Appending::pinDeleted),
        new Case(
            "a reply",
            "`quoted` are rows outside the stretch that rows in it reply to.",
            Appending::reply),
        new Case(
            "a reply to nothing",
            "`content`, `replyTo` (the `seq` of a message; absent for none)",
            stage ->
                needEqual(
                    1034,
                    stage
                        .ann()
                        .appendRefusal(
                            stage.group(),
                            "{\"type\":\"post\",\"content\":{\"type\":\"text\",\"text\":\"a\"},"
                                + "\"replyTo\":987654321}"))));
  }

  private static void sequence(Stage stage) {
    long chat = stage.newGroup();
    needEqual(1L, stage.ann().catchUp(chat, 0).getFirst().get("seq").getAsLong());
    for (long seq = 2; seq < 6; seq++) {
      needEqual(seq, stage.ann().post(chat, "number " + seq));
    }
  }

  private static void everybodyHears(Stage stage) throws IOException {
    Person device = stage.device(stage.ann());
    long first = stage.ann().post(stage.group(), "first");
    long last = first;
    for (int i = 0; i < 5; i++) {
      stage.ben().post(stage.group(), "from Ben");
      last = stage.ann().post(stage.group(), "from Ann");
    }
    for (Person person : List.of(stage.ann(), stage.ben(), device)) {
      List<JsonObject> heard =
          person.entriesUpTo(stage.group(), last).stream()
              .filter(entry -> entry.get("seq").getAsLong() >= first)
              .toList();
      needEqual(last - first + 1, (long) heard.size());
      for (int i = 0; i < heard.size(); i++) {
        needEqual(first + i, heard.get(i).get("seq").getAsLong());
      }
      needEqual(stage.ann().catchUp(stage.group(), first - 1), heard);
    }
  }

  private static void resend(Stage stage) {
    String id = newId();
    String params = appendParams(stage.group(), id, postOf("once"));
    JsonObject first = stage.ann().ask("append", params);
    needEqual(first, stage.ann().ask("append", params));
    String other = appendParams(stage.group(), id, postOf("twice"));
    needEqual(1022, stage.ann().refusal("append", other));
    long seq = first.get("seq").getAsLong();
    needEqual(1, stage.ann().catchUp(stage.group(), seq - 1).size());
  }

  private static void blanks(Stage stage) {
    long seq = stage.ann().post(stage.group(), " \n hi \t ");
    needEqual("hi", text(stage.ann().row(stage.group(), seq)));
  }

  private static String text(JsonObject row) {
    return content(row).get("text").getAsString();
  }

  private static void textRefused(Stage stage, String text, int code) {
    needEqual(code, stage.ann().appendRefusal(stage.group(), postOf(text)));
  }

  private static String editOf(long target, String text) {
    return "{\"type\":\"edit\",\"target\":%d,\"content\":{\"type\":\"text\",\"text\":\"%s\"}}"
        .formatted(target, text);
  }

  private static String on(String type, long target) {
    return "{\"type\":\"%s\",\"target\":%d}".formatted(type, target);
  }

  private static String reactOf(long target, String emoji, boolean on) {
    return "{\"type\":\"react\",\"target\":%d,\"emoji\":\"%s\",\"on\":%s}"
        .formatted(target, emoji, on);
  }

  private static void edit(Stage stage) {
    long seq = stage.ann().post(stage.group(), "before");
    long edit = stage.ann().append(stage.group(), editOf(seq, "after")).get("seq").getAsLong();
    JsonObject row = stage.ben().row(stage.group(), seq);
    needEqual("after", text(row));
    needEqual(edit, row.get("changed").getAsLong());
    need(row.has("editedAt"), "the row does not say when it was edited");
  }

  private static void foreignEdit(Stage stage) {
    long seq = stage.ann().post(stage.group(), "mine");
    needEqual(1050, stage.ben().appendRefusal(stage.group(), editOf(seq, "yours")));
  }

  private static void delete(Stage stage) {
    long seq = stage.ann().post(stage.group(), "secret");
    stage.ann().append(stage.group(), editOf(seq, "secret too"));
    stage.ann().append(stage.group(), on("delete", seq));
    needEqual("erased", content(stage.ben().row(stage.group(), seq)).get("type").getAsString());
    List<JsonObject> log = stage.ben().catchUp(stage.group(), seq - 1);
    needEqual(3, log.size());
    need(!log.toString().contains("secret"), "the log still holds it: " + log);
  }

  private static void afterDelete(Stage stage) {
    long seq = stage.ann().post(stage.group(), "gone");
    stage.ann().append(stage.group(), on("delete", seq));
    needEqual(1034, stage.ann().appendRefusal(stage.group(), editOf(seq, "back")));
    needEqual(1034, stage.ben().appendRefusal(stage.group(), reactOf(seq, "👍", true)));
  }

  private static void react(Stage stage) {
    long seq = stage.ann().post(stage.group(), "like it?");
    stage.ben().append(stage.group(), reactOf(seq, FAMILY, true));
    JsonObject row = stage.ann().row(stage.group(), seq);
    String expected = "[{\"emoji\":\"%s\",\"users\":[%d]}]".formatted(FAMILY, stage.ben().me());
    needEqual(Person.json(expected), row.get("reactions"));
    stage.ben().append(stage.group(), reactOf(seq, FAMILY, false));
    need(!stage.ann().row(stage.group(), seq).has("reactions"), "the reaction is still there");
  }

  private static void noEffect(Stage stage) {
    long seq = stage.ann().post(stage.group(), "like it?");
    JsonObject first = stage.ben().append(stage.group(), reactOf(seq, "👍", true));
    JsonObject second = stage.ben().append(stage.group(), reactOf(seq, "👍", true));
    needEqual(first.get("seq"), second.get("seq"));
    needEqual(2, stage.ann().catchUp(stage.group(), seq - 1).size());
  }

  private static void noEmoji(Stage stage) {
    long seq = stage.ann().post(stage.group(), "like it?");
    for (String other : List.of("", "a", "👍👍", "7")) {
      needEqual(1023, stage.ben().appendRefusal(stage.group(), reactOf(seq, other, true)));
    }
  }

  private static void manyEmoji(Stage stage) {
    long seq = stage.ann().post(stage.group(), "like it?");
    for (int i = 0; i < 20; i++) {
      String emoji = Character.toString(0x1F400 + i);
      stage.ben().append(stage.group(), reactOf(seq, emoji, true));
    }
    needEqual(1035, stage.ben().appendRefusal(stage.group(), reactOf(seq, "👍", true)));
  }

  private static void pin(Stage stage) throws IOException {
    long seq = stage.ben().post(stage.group(), "important");
    needEqual(1050, stage.ben().appendRefusal(stage.group(), on("pin", seq)));
    stage.ann().append(stage.group(), on("pin", seq));
    need(isPinned(stage, seq), "it is not pinned");
    stage
        .ann()
        .append(stage.group(), "{\"type\":\"pin\",\"target\":%d,\"on\":false}".formatted(seq));
    need(!isPinned(stage, seq), "it is still pinned");
  }

  private static void pinDeleted(Stage stage) throws IOException {
    long seq = stage.ben().post(stage.group(), "important");
    stage.ann().append(stage.group(), on("pin", seq));
    stage.ben().append(stage.group(), on("delete", seq));
    need(!isPinned(stage, seq), "it is still pinned");
  }

  private static boolean isPinned(Stage stage, long seq) throws IOException {
    JsonObject chat =
        stage.overview(stage.ben(), stage.group()).orElseThrow().getAsJsonObject("chat");
    return chat.has("settings")
        && chat.getAsJsonObject("settings").has("pins")
        && chat.getAsJsonObject("settings").getAsJsonArray("pins").contains(new JsonPrimitive(seq));
  }

  private static void reply(Stage stage) {
    long first = stage.ann().post(stage.group(), "question");
    stage.ann().post(stage.group(), "between");
    String action =
        "{\"type\":\"post\",\"content\":{\"type\":\"text\",\"text\":\"answer\"},\"replyTo\":%d}"
            .formatted(first);
    long reply = stage.ben().append(stage.group(), action).get("seq").getAsLong();
    JsonObject page = stage.ann().history(stage.group(), "around", reply, 1);
    JsonObject quoted = Person.objects(page.getAsJsonArray("quoted")).getFirst();
    needEqual(first, quoted.getAsJsonObject("entry").get("seq").getAsLong());
  }
}

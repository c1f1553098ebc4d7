package hearth.bench.conformance;

import static hearth.bench.conformance.Case.need;
import static hearth.bench.conformance.Case.needEqual;
import static hearth.bench.conformance.Person.newId;
import static hearth.bench.conformance.Person.postOf;

import com.google.gson.JsonObject;
import java.util.List;

/// Making chats, coming into them and leaving them. Holds no state.
final class Chats {
  private static final String MEMBERS =
      "`title` as a name; `members`: 1 to 1,000 people beside the maker, who is a member too and"
          + " the owner.";

  private Chats() {}

  static List<Case> cases() {
    return List.of(
        new Case(
            "a direct chat",
            "Made at the first call of either side, and found by every later one.",
            Chats::direct),
        new Case("a group", MEMBERS, Chats::group),
        new Case("a group without others", MEMBERS, stage -> groupRefused(stage, "[]", 1033)),
        new Case(
            "a group of strangers", MEMBERS, stage -> groupRefused(stage, "[999999999]", 1031)),
        new Case(
            "somebody comes into a group",
            "Who is removed hears of that entry last; who is added hears `chatAppeared` instead.",
            Chats::addAndRemove),
        new Case(
            "another owner",
            "who makes another the owner, in a group, channel or masked chat, becomes a member",
            Chats::anotherOwner),
        new Case(
            "the owner leaves",
            "When the owner of a group leaves, the admin who came first becomes the owner, or else"
                + " the member who did;",
            Chats::ownerLeaves),
        new Case(
            "slow mode",
            "In slow mode, a member who posts too soon after the last own message is refused with"
                + " 1043 and told how long is left; admins are not bound.",
            Chats::slowMode));
  }

  private static long idOf(JsonObject opened) {
    return opened.getAsJsonObject("chat").getAsJsonObject("chat").get("id").getAsLong();
  }

  private static void direct(Stage stage) {
    long chat = openDirect(stage.ann(), stage.cleo());
    needEqual(chat, openDirect(stage.cleo(), stage.ann()));
    needEqual(chat, openDirect(stage.ann(), stage.cleo()));
    needEqual(1031, stage.ann().refusal("openDirect", "{\"with\":999999999}"));
  }

  private static long openDirect(Person maker, Person with) {
    return idOf(maker.ask("openDirect", "{\"with\":%d}".formatted(with.me())));
  }

  private static String groupOf(String id, String members) {
    return "{\"sendId\":\"%s\",\"title\":\"Conformance\",\"members\":%s}".formatted(id, members);
  }

  private static void group(Stage stage) {
    String params = groupOf(newId(), "[%d]".formatted(stage.ben().me()));
    JsonObject opened = stage.ann().ask("createGroup", params);
    JsonObject chat = opened.getAsJsonObject("chat").getAsJsonObject("chat");
    needEqual("group", chat.get("kind").getAsString());
    String owner = "[{\"user\":%d,\"role\":\"owner\"}]".formatted(stage.ann().me());
    needEqual(Person.json(owner), chat.get("roles"));
    needEqual(idOf(opened), idOf(stage.ann().ask("createGroup", params)));
    stage.ben().told("chatAppeared", told -> idOf(told) == idOf(opened));
  }

  private static void groupRefused(Stage stage, String members, int code) {
    needEqual(code, stage.ann().refusal("createGroup", groupOf(newId(), members)));
  }

  private static String about(String type, long user) {
    return "{\"type\":\"%s\",\"member\":%d}".formatted(type, user);
  }

  private static String ownerOf(long user) {
    return "{\"type\":\"setRole\",\"member\":%d,\"role\":\"owner\"}".formatted(user);
  }

  private static void addAndRemove(Stage stage) {
    long chat = stage.newGroup();
    long cleo = stage.cleo().me();
    String add = "{\"type\":\"addMembers\",\"members\":[%d]}".formatted(cleo);
    needEqual(1050, stage.ben().appendRefusal(chat, add));
    stage.ann().append(chat, add);
    stage.cleo().told("chatAppeared", told -> idOf(told) == chat);
    long seq = stage.ann().post(chat, "welcome");
    needEqual(1, stage.cleo().entriesUpTo(chat, seq).size());
    long removed = stage.ann().append(chat, about("removeMember", cleo)).get("seq").getAsLong();
    List<JsonObject> heard = stage.cleo().entriesUpTo(chat, removed);
    needEqual(removed, heard.getLast().get("seq").getAsLong());
    stage.ann().post(chat, "among us");
    needEqual(1030, stage.cleo().refusal("catchUp", "{\"chat\":%d,\"after\":0}".formatted(chat)));
    long direct = openDirect(stage.ann(), stage.cleo());
    long told = stage.ann().post(direct, "did you hear?");
    stage.cleo().entriesUpTo(direct, told);
    need(
        !stage
            .cleo()
            .wasTold(
                "entryAppended",
                more -> more.getAsJsonObject("entry").get("chat").getAsLong() == chat),
        "who was removed heard more");
  }

  private static void anotherOwner(Stage stage) {
    long chat = stage.newGroup();
    stage.ann().append(chat, ownerOf(stage.ben().me()));
    needEqual(1050, stage.ann().appendRefusal(chat, ownerOf(stage.ann().me())));
    stage.ben().append(chat, ownerOf(stage.ann().me()));
  }

  private static void ownerLeaves(Stage stage) {
    long chat = stage.newGroup();
    stage.ann().append(chat, about("removeMember", stage.ann().me()));
    stage.ben().append(chat, "{\"type\":\"setSlowMode\",\"seconds\":0}");
    needEqual(1030, stage.ann().appendRefusal(chat, postOf("still here?")));
  }

  private static void slowMode(Stage stage) {
    long chat = stage.newGroup();
    stage.ann().append(chat, "{\"type\":\"setSlowMode\",\"seconds\":3600}");
    stage.ben().post(chat, "first");
    JsonObject answer =
        stage.ben().once("append", Person.appendParams(chat, newId(), postOf("second")));
    need(answer.has("error"), "it was let through: " + answer);
    JsonObject error = answer.getAsJsonObject("error");
    needEqual(1043, error.get("code").getAsInt());
    long millis = error.getAsJsonObject("data").get("retryAfterMillis").getAsLong();
    need(millis > 3_000_000 && millis <= 3_600_000, "told to wait " + millis + " ms");
    stage.ann().post(chat, "one");
    stage.ann().post(chat, "two");
  }
}

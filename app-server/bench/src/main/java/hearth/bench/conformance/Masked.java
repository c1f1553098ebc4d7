package hearth.bench.conformance;

import static hearth.bench.conformance.Case.need;
import static hearth.bench.conformance.Case.needEqual;
import static hearth.bench.conformance.Person.newId;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;

/// Masked chats, in which everybody is there under an alias. Holds no state.
final class Masked {
  private Masked() {}

  static List<Case> cases() {
    return List.of(
        new Case(
            "a masked chat",
            "Authors, members, markers, signs, reactions and mentions carry the alias's id;",
            Masked::aliases),
        new Case(
            "coming back into a masked chat",
            "Who comes back has the alias that they had.",
            Masked::comingBack),
        new Case(
            "bringing others into a masked chat", "adding others is refused", Masked::bringing),
        new Case(
            "a direct chat of aliases",
            "`openDirect` with an alias opens a direct chat of the two aliases that both have in"
                + " the masked chat,",
            Masked::direct),
        new Case(
            "forwarding out of a masked chat",
            "Nothing is forwarded out of it (1050).",
            Masked::forwarding));
  }

  private static JsonObject created(Person maker) {
    return maker
        .ask(
            "createGroup",
            "{\"sendId\":\"%s\",\"title\":\"Questions\",\"members\":[],\"kind\":\"masked\"}"
                .formatted(newId()))
        .getAsJsonObject("chat");
  }

  private static long idOf(JsonObject seen) {
    return seen.getAsJsonObject("chat").get("id").getAsLong();
  }

  private static long aliasIn(JsonObject seen) {
    return seen.getAsJsonObject("mask").get("as").getAsLong();
  }

  private static String adding(long user) {
    return "{\"type\":\"addMembers\",\"members\":[%d]}".formatted(user);
  }

  private static long enter(Stage stage, Person person, long chat) throws IOException {
    person.append(chat, adding(person.me()));
    return aliasIn(stage.overview(person, chat).orElseThrow());
  }

  private static void aliases(Stage stage) throws IOException {
    JsonObject made = created(stage.ann());
    long chat = idOf(made);
    long alias = enter(stage, stage.ben(), chat);
    need(alias != stage.ben().me(), "nobody drew an alias");
    stage
        .ann()
        .told("userChanged", told -> told.getAsJsonObject("user").get("id").getAsLong() == alias);
    long said = stage.ben().post(chat, "why?");
    List<JsonObject> heard = stage.ann().entriesUpTo(chat, said);
    needEqual(alias, heard.getLast().get("author").getAsLong());
    stage.ann().append(chat, "{\"type\":\"react\",\"target\":%d,\"emoji\":\"👍\"}".formatted(said));
    JsonObject reaction =
        stage.ben().row(chat, said).getAsJsonArray("reactions").get(0).getAsJsonObject();
    needEqual(aliasIn(made), reaction.getAsJsonArray("users").get(0).getAsLong());
  }

  private static void comingBack(Stage stage) throws IOException {
    long chat = idOf(created(stage.ann()));
    long alias = enter(stage, stage.ben(), chat);
    stage.ben().append(chat, "{\"type\":\"removeMember\",\"member\":%d}".formatted(alias));
    needEqual(alias, enter(stage, stage.ben(), chat));
  }

  private static void bringing(Stage stage) {
    long chat = idOf(created(stage.ann()));
    needEqual(1050, stage.ann().appendRefusal(chat, adding(stage.ben().me())));
    needEqual(1030, stage.ben().appendRefusal(chat, adding(stage.cleo().me())));
  }

  private static void direct(Stage stage) throws IOException {
    JsonObject made = created(stage.ann());
    long alias = enter(stage, stage.ben(), idOf(made));
    JsonObject opened =
        stage.ann().ask("openDirect", "{\"with\":%d}".formatted(alias)).getAsJsonObject("chat");
    needEqual(aliasIn(made), aliasIn(opened));
    needEqual(alias, aliasIn(stage.overview(stage.ben(), idOf(opened)).orElseThrow()));
    needEqual(1031, stage.cleo().refusal("openDirect", "{\"with\":%d}".formatted(alias)));
  }

  private static void forwarding(Stage stage) {
    JsonObject made = created(stage.ann());
    long chat = idOf(made);
    long said = stage.ann().post(chat, "between us");
    String repeated =
        """
        {"type":"post","content":{"type":"text","text":"between us"},
        "forwarded":{"author":%d,"origin":{"chat":%d,"seq":%d}}}\
        """
            .formatted(aliasIn(made), chat, said);
    needEqual(1050, stage.ann().appendRefusal(stage.group(), repeated));
  }
}

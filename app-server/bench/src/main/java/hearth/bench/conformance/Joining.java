package hearth.bench.conformance;

import static hearth.bench.conformance.Case.need;
import static hearth.bench.conformance.Case.needEqual;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.util.List;

/// Saying hello, joining and coming back. Holds no state.
final class Joining {
  private static final String NAME =
      "`name`: 1 to 40 characters, not in use here. Outer blanks are removed, inner ones made"
          + " single.";

  private Joining() {}

  static List<Case> cases() {
    return List.of(
        new Case(
            "hello before joining",
            "Allowed before joining, so that a client that knows the server's id from elsewhere can"
                + " `resume` instead of joining a second time.",
            Joining::hello),
        new Case(
            "anything else before joining",
            "The first request after an optional `hello` is `join`, `linkDevice` or `resume`. Any"
                + " other is refused with 1001 until then.",
            stage -> needEqual(1001, stage.connect().refusal("setAway", "{\"away\":true}"))),
        new Case("an empty name", NAME, stage -> refused(stage, "  ", 1010)),
        new Case("a long name", NAME, stage -> refused(stage, "x".repeat(41), 1011)),
        new Case("a control character in a name", NAME, stage -> refused(stage, "a\u0007b", 1012)),
        new Case(
            "a name in use",
            "somebody has this name, letter case aside",
            stage -> refused(stage, stage.name("aNN"), 1013)),
        new Case(
            "a short token",
            "`token`: the device's secret, 32 to 128 characters with 256 random bits",
            Joining::shortToken),
        new Case(
            "joining again",
            "The same name and token again are answered as the first time, a known token with"
                + " another name with -32602.",
            Joining::again),
        new Case(
            "joining on a connection that has joined",
            "this connection has joined already",
            stage -> needEqual(1002, stage.ann().refusal("resume", token(stage.ann().token())))),
        new Case(
            "an unknown token",
            "the token is not, or no longer, known here",
            stage -> needEqual(1003, stage.connect().refusal("resume", token(Person.newToken())))),
        new Case(
            "the overview",
            "The overview lists everybody on the server and the chats one is in, in pages of about"
                + " 256 KB.",
            Joining::overview),
        new Case(
            "who came", "somebody is new, came, went, left the device alone,", Joining::presence));
  }

  private static String token(String token) {
    return "{\"token\":\"%s\"}".formatted(token);
  }

  private static void hello(Stage stage) throws IOException {
    JsonObject welcome = stage.connect().ask("hello", "{}");
    needEqual("welcome", welcome.get("type").getAsString());
    JsonObject capabilities = welcome.getAsJsonObject("capabilities");
    need(capabilities.get("minor").getAsInt() > 0, "no minor number: " + welcome);
    need(
        capabilities.getAsJsonArray("features").contains(new JsonPrimitive("post")),
        "not even posts: " + welcome);
    need(!welcome.get("epoch").getAsString().isEmpty(), "no epoch: " + welcome);
  }

  private static void refused(Stage stage, String name, int code) throws IOException {
    String params =
        "{\"name\":%s,\"token\":\"%s\"}".formatted(Person.quote(name), Person.newToken());
    needEqual(code, stage.connect().refusal("join", params));
  }

  private static void shortToken(Stage stage) throws IOException {
    String params = "{\"name\":%s,\"token\":\"short\"}".formatted(Person.quote(stage.name("Dan")));
    needEqual(-32602, stage.connect().refusal("join", params));
  }

  private static void again(Stage stage) throws IOException {
    Person again = stage.connect();
    again.join("  " + stage.name("Ann").replace(" ", "   "), stage.ann().token());
    needEqual(stage.ann().me(), again.me());
    String params =
        "{\"name\":%s,\"token\":\"%s\"}"
            .formatted(Person.quote(stage.name("Eve")), stage.ann().token());
    needEqual(-32602, stage.connect().refusal("join", params));
  }

  private static void overview(Stage stage) throws IOException {
    Person device = stage.connect();
    JsonObject resumed = device.resume(stage.ann().token());
    needEqual(stage.ann().me(), resumed.get("me").getAsLong());
    need(resumed.getAsJsonObject("welcome").has("epoch"), "no welcome: " + resumed);
    boolean lobby = false;
    boolean people = false;
    boolean more = true;
    JsonObject page = resumed.getAsJsonObject("overview");
    while (more) {
      people |= has(page.getAsJsonArray("people"), "id", new JsonPrimitive(stage.ben().me()));
      for (JsonObject chat : Person.objects(page.getAsJsonArray("chats"))) {
        lobby |= chat.getAsJsonObject("chat").get("kind").getAsString().equals("lobby");
      }
      more = page.has("next");
      if (more) {
        page =
            device
                .ask("fetchOverview", "{\"from\":%s}".formatted(page.get("next")))
                .getAsJsonObject("page");
      }
    }
    need(people, "somebody is missing among the people");
    need(lobby, "the lobby is missing among the chats");
    need(stage.overview(stage.ben(), stage.group()).isPresent(), "a group is missing");
    need(stage.overview(stage.cleo(), stage.group()).isEmpty(), "a group of others is shown");
  }

  private static boolean has(JsonArray all, String member, JsonElement value) {
    return Person.objects(all).stream().anyMatch(each -> value.equals(each.get(member)));
  }

  private static void presence(Stage stage) {
    stage.ann().ask("setAway", "{\"away\":true}");
    isTold(stage, "away");
    stage.ann().ask("setAway", "{\"away\":false}");
    isTold(stage, "online");
  }

  private static void isTold(Stage stage, String presence) {
    long ann = stage.ann().me();
    stage
        .ben()
        .told(
            "userChanged",
            told ->
                told.getAsJsonObject("user").get("id").getAsLong() == ann
                    && told.getAsJsonObject("user").get("presence").getAsString().equals(presence));
  }
}

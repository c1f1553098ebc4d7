package hearth.bench.conformance;

import static hearth.bench.conformance.Case.need;
import static hearth.bench.conformance.Case.needEqual;

import com.google.gson.JsonObject;
import java.util.List;

/// Requests: their ids, and what newer clients send. Holds no state.
final class Requesting {
  private static final String SAME_ID =
      "Requests carry an integer `id` of at most 64 bits with sign, without fraction or exponent;"
          + " the answer carries the same.";
  private static final String UNKNOWN_METHOD =
      "A method that is not known is answered with -32601 if it has an `id`; a notification that is"
          + " not known is skipped.";
  private static final long LARGE = 9_007_199_254_740_993L;

  private Requesting() {}

  static List<Case> cases() {
    return List.of(
        new Case(
            "a large id",
            SAME_ID,
            stage ->
                answered(
                    stage,
                    LARGE,
                    "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"setAway\","
                        + "\"params\":{\"away\":false}}")),
        new Case(
            "an id behind the parameters",
            SAME_ID,
            stage ->
                answered(
                    stage,
                    77_000,
                    "{\"params\":{\"away\":false},\"method\":\"setAway\",\"jsonrpc\":\"2.0\","
                        + "\"id\":%d}")),
        new Case(
            "a request without an id",
            "A request without `id` is carried out and not answered.",
            Requesting::withoutId),
        new Case(
            "an unknown method",
            UNKNOWN_METHOD,
            stage -> needEqual(-32601, stage.ann().refusal("dance", "{\"a\":[1,{}]}"))),
        new Case("an unknown notification", UNKNOWN_METHOD, Requesting::unknownNotification),
        new Case("an unknown member", "A member that is not known is skipped.", Requesting::member),
        new Case(
            "an unknown action",
            "A server refuses to append it (1024).",
            stage ->
                needEqual(
                    1024,
                    stage.ann().appendRefusal(stage.group(), "{\"type\":\"dance\",\"a\":1}"))),
        new Case(
            "a missing parameter",
            "a parameter is missing or wrong",
            stage -> needEqual(-32602, stage.ann().refusal("markRead", "{\"chat\":1}"))),
        new Case(
            "a wrong parameter",
            "a parameter is missing or wrong",
            stage ->
                needEqual(
                    -32602, stage.ann().refusal("markRead", "{\"chat\":\"one\",\"seq\":1}"))));
  }

  private static void answered(Stage stage, long id, String request) {
    stage.ann().send(request.formatted(id));
    JsonObject answer = stage.ann().answer(id);
    need(answer.has("result"), answer.toString());
  }

  private static void withoutId(Stage stage) {
    String params =
        Person.appendParams(stage.group(), Person.newId(), Person.postOf("no answer, please"));
    stage.ann().forgetTold();
    stage.ann().send("{\"jsonrpc\":\"2.0\",\"method\":\"append\",\"params\":%s}".formatted(params));
    stage.ben().told("entryAppended", told -> told.toString().contains("no answer, please"));
    stage.ann().ask("setAway", "{\"away\":false}"); // fails on an answer to anything else
  }

  private static void unknownNotification(Stage stage) {
    stage.ann().send("{\"jsonrpc\":\"2.0\",\"method\":\"dance\",\"params\":{}}");
    stage.ann().ask("setAway", "{\"away\":false}");
  }

  private static void member(Stage stage) {
    stage.ann().ask("setAway", "{\"away\":false,\"until\":{\"never\":[]}}");
    stage
        .ann()
        .append(
            stage.group(),
            "{\"type\":\"post\",\"mood\":5,"
                + "\"content\":{\"type\":\"text\",\"text\":\"hi\",\"font\":null}}");
  }
}

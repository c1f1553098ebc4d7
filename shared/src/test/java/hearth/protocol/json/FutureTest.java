package hearth.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hearth.protocol.Action;
import hearth.protocol.Content;
import hearth.protocol.Entry;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Frame;
import hearth.protocol.Presence;
import hearth.protocol.Request;
import hearth.protocol.Response;
import hearth.protocol.Row;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a peer of a newer version may say.
class FutureTest {

  @Test
  void anUnknownActionKeepsItsPlaceAndIsWrittenAgainAsItCame() throws CodecException {
    String json =
        "{\"chat\":3,\"seq\":7,\"at\":1,\"author\":2,\"action\":"
            + "{\"type\":\"poll\",\"question\":\"Tea?\",\"options\":[\"yes\",{\"deep\":[1.5,null]}]}}";
    Entry entry = Values.ENTRY.fromJson(json);
    assertThat(entry.seq()).isEqualTo(7);
    assertThat(entry.standsAlone()).isTrue();
    assertThat(entry.action())
        .isInstanceOfSatisfying(
            Action.Unknown.class, unknown -> assertThat(unknown.type()).isEqualTo("poll"));
    assertThat(Values.ENTRY.toJson(entry)).isEqualTo(json);
  }

  @Test
  void anUnknownActionWithATargetMakesNoRow() throws CodecException {
    Action action = Actions.ACTION.fromJson("{\"type\":\"star\",\"target\":4,\"on\":true}");
    assertThat(new Entry(Samples.CHAT, 7, Samples.AT, Samples.BO, null, action).target())
        .isEqualTo(4);
  }

  @Test
  void whatWasStoredAsUnknownIsUnderstoodByAVersionThatKnowsIt() throws CodecException {
    Content unknown = new Content.Unknown("text", "{\"type\":\"text\",\"text\":\"Hello\"}");
    Row stored =
        Row.of(
            new Entry(Samples.CHAT, 7, Samples.AT, Samples.BO, null, new Action.Post(unknown, 0)));
    Row read = Values.ROW.fromJson(Values.ROW.toJson(stored));
    assertThat(read.content()).isEqualTo(new Content.Text("Hello"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"type\":\"poll\"}", "{\"type\":\"post\",\"content\":{\"type\":\"x\"}}"})
  void aServerRefusesToAppendWhatItDoesNotKnow(String action) {
    String text =
        "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"append\",\"params\":{\"chat\":1,\"sendId\":\""
            + Samples.SEND_ID
            + "\",\"action\":"
            + action
            + "}}";
    CodecException refused = catchThrowableOfType(CodecException.class, () -> Codec.decode(text));
    assertThat(refused.fault()).isEqualTo(Fault.ACTION_UNKNOWN);
    assertThat(refused.id()).hasValue(5);
  }

  @Test
  void anUnknownMethodIsAFrameOfItsOwn() throws CodecException {
    assertThat(
            Codec.decode("{\"jsonrpc\":\"2.0\",\"method\":\"pollClosed\",\"params\":{\"a\":[1]}}"))
        .isEqualTo(new Frame.UnknownFrame(OptionalLong.empty(), "pollClosed"));
  }

  @Test
  void anUnknownResultIsAResponseStill() throws CodecException {
    assertThat(
            Codec.decode(
                "{\"jsonrpc\":\"2.0\",\"id\":3,\"result\":{\"type\":\"stats\",\"n\":{\"a\":1}}}"))
        .isEqualTo(new Frame.ResponseFrame(3, new Response.Unknown("stats")));
  }

  @Test
  void anUnknownWordReadsAsUnknown() throws CodecException {
    assertThat(
            Values.USER.fromJson("{\"id\":2,\"name\":\"Bo\",\"presence\":\"asleep\"}").presence())
        .isEqualTo(Presence.UNKNOWN);
    String chat =
        "{\"chat\":{\"id\":6,\"kind\":\"broadcast\",\"title\":\"News\",\"members\":[2],"
            + "\"roles\":[{\"user\":2,\"role\":\"editor\"}]},\"head\":0,\"activeAt\":5}";
    assertThat(Values.CHAT_OVERVIEW.fromJson(chat).chat().roles()).hasSize(1);
  }

  @Test
  void anUnknownFaultIsForGoodUnlessAWaitStandsWithIt() throws CodecException {
    assertThat(refusal("{\"code\":1999,\"message\":\"No.\"}").isTransient()).isFalse();
    assertThat(
            refusal("{\"code\":1999,\"message\":\"Later.\",\"data\":{\"retryAfterMillis\":20}}")
                .isTransient())
        .isTrue();
  }

  private static FaultException refusal(String error) throws CodecException {
    Frame frame = Codec.decode("{\"jsonrpc\":\"2.0\",\"id\":3,\"error\":" + error + "}");
    FaultException why = ((Frame.ErrorFrame) frame).why();
    assertThat(why.fault()).isEqualTo(Fault.UNKNOWN);
    return why;
  }

  @Test
  void whatIsStoredIsNotCheckedByTheRulesForRequests() throws CodecException {
    assertThat(Values.USER.fromJson("{\"id\":2,\"name\":\"\\u202e\",\"presence\":\"away\"}").name())
        .isEqualTo("\u202e");
    String longer = "x".repeat(10_000);
    assertThat(Actions.CONTENT.fromJson("{\"type\":\"text\",\"text\":\"" + longer + "\"}"))
        .isEqualTo(new Content.Text(longer));
    assertThat(
            catchThrowableOfType(
                    FaultException.class, () -> new Request.Join("\u202e", Samples.TOKEN))
                .fault())
        .isEqualTo(Fault.NAME_CHARACTERS);
  }
}

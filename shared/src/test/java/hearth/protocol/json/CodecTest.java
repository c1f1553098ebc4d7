package hearth.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hearth.protocol.Action;
import hearth.protocol.Content;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Frame;
import hearth.protocol.Limits;
import hearth.protocol.Notification;
import hearth.protocol.Request;
import hearth.protocol.Response;
import hearth.protocol.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodecTest {

  static List<Frame> everyFrame() {
    return Samples.frames();
  }

  @ParameterizedTest
  @MethodSource("everyFrame")
  void whatIsWrittenIsReadAsTheSame(Frame frame) throws CodecException {
    assertThat(Codec.decode(Codec.encode(frame))).isEqualTo(frame);
  }

  @Test
  void noRecordOfTheProtocolGoesWithoutARoundTrip() {
    assertThat(classesOf(Samples.requests())).isEqualTo(leaves(Request.class));
    assertThat(classesOf(Samples.responses())).isEqualTo(leaves(Response.class));
    assertThat(classesOf(Samples.notifications())).isEqualTo(leaves(Notification.class));
    assertThat(classesOf(Samples.actions())).isEqualTo(leaves(Action.class));
    assertThat(classesOf(Samples.contents())).isEqualTo(leaves(Content.class));
    assertThat(classesOf(Samples.frames())).isEqualTo(leaves(Frame.class));
  }

  private static Set<Class<?>> classesOf(List<?> samples) {
    return samples.stream().map(Object::getClass).collect(Collectors.toSet());
  }

  private static Set<Class<?>> leaves(Class<?> sealed) {
    List<Class<?>> leaves = new ArrayList<>();
    for (Class<?> permitted : sealed.getPermittedSubclasses()) {
      if (permitted.isSealed()) {
        leaves.addAll(leaves(permitted));
      } else {
        leaves.add(permitted);
      }
    }
    return Set.copyOf(leaves);
  }

  @Test
  void parametersMayStandBeforeTheMethod() throws CodecException {
    Frame frame =
        Codec.decode(
            "{\"params\":{\"with\":7,\"more\":[{}]},\"method\":\"openDirect\",\"id\":4,"
                + "\"jsonrpc\":\"2.0\"}");
    assertThat(frame)
        .isEqualTo(
            new Frame.RequestFrame(OptionalLong.of(4), new Request.OpenDirect(new UserId(7))));
  }

  @Test
  void unknownMembersAreSkipped() throws CodecException {
    Frame frame =
        Codec.decode(
            "{\"jsonrpc\":\"2.0\",\"new\":{\"a\":[1,{\"b\":null}]},\"method\":\"setAway\","
                + "\"params\":{\"away\":false,\"until\":12.5}}");
    assertThat(frame)
        .isEqualTo(new Frame.RequestFrame(OptionalLong.empty(), new Request.SetAway(false)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "{",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"join\",\"params\":{\"name\":\"Mi",
        "{'jsonrpc':'2.0'}",
        "{\"jsonrpc\":\"2.0\"} {}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"join\",\"params\":{\"name\":\"a\u0000b\"}}",
        "{\"jsonrpc\":\"2.0\",\"id\":NaN,\"method\":\"join\",\"params\":{\"name\":\"a\"}}"
      })
  void whatIsNotJsonIsAParseError(String text) {
    assertThat(faultOf(text)).isEqualTo(Fault.PARSE_ERROR);
  }

  @Test
  void deepNestingIsAParseErrorAndNoStackOverflow() {
    String deep = "[".repeat(10_000) + "]".repeat(10_000);
    assertThat(faultOf("{\"jsonrpc\":\"2.0\",\"x\":" + deep + "}")).isEqualTo(Fault.PARSE_ERROR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "null",
        "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"setAway\",\"params\":{\"away\":true}}",
        "{\"jsonrpc\":\"2.0\",\"id\":1}",
        "{\"jsonrpc\":\"2.0\",\"id\":\"one\",\"method\":\"setAway\",\"params\":{\"away\":true}}",
        "{\"jsonrpc\":\"2.0\",\"id\":1e999,\"method\":\"setAway\",\"params\":{\"away\":true}}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"id\":2,\"method\":\"setAway\",\"params\":{\"away\":true}}",
        "{\"jsonrpc\":\"2.0\",\"x\":{\"a\":1,\"a\":2}}"
      })
  void otherJsonIsAnInvalidRequest(String text) {
    assertThat(faultOf(text)).isEqualTo(Fault.INVALID_REQUEST);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          join         | {}                                          | PARAMS_INVALID
          join         | {"name":7,"token":"TOKEN"}                  | PARAMS_INVALID
          join         | {"name":"a","name":"b"}                     | PARAMS_INVALID
          join         | {"name":" ","token":"TOKEN"}                | NAME_EMPTY
          join         | {"name":"a","token":"short"}                | PARAMS_INVALID
          join         | {"name":"a\\u202eb","token":"TOKEN"}         | NAME_CHARACTERS
          setAway      | {"away":"yes"}                              | PARAMS_INVALID
          markRead     | {"chat":1,"seq":0}                          | PARAMS_INVALID
          markRead     | {"chat":1,"seq":1e999}                      | PARAMS_INVALID
          markRead     | {"chat":-1,"seq":1}                         | PARAMS_INVALID
          fetchHistory | {"chat":1,"side":"before","seq":2,"limit":201} | PARAMS_INVALID
          fetchHistory | {"chat":1,"side":"beside","seq":2,"limit":20} | PARAMS_INVALID
          openDirect   | {"with":1.5}                                | PARAMS_INVALID
          append       | {"chat":1,"sendId":"ID","action":{"type":"setSlowMode","seconds":3601}} | PARAMS_INVALID
          append       | {"chat":1,"sendId":"ID","action":{"type":"setSlowMode","seconds":-1}} | PARAMS_INVALID
          append       | {"chat":1,"sendId":"ID","action":{"type":"react","target":1,"emoji":"no"}} | EMOJI_INVALID
          append       | {"chat":1,"sendId":"ID","action":{"type":"edit","target":0,"content":{"type":"text","text":"a"}}} | PARAMS_INVALID
          append       | {"chat":1,"sendId":"ID","action":{"type":"post","content":{"type":"text","text":" "}}} | TEXT_EMPTY
          append       | {"chat":1,"sendId":"ID","action":{"type":"post","content":{"type":"erased"}}} | TEXT_EMPTY
          append       | {"chat":1,"sendId":"ID","action":{"type":"setRole","member":2,"role":"king"}} | PARAMS_INVALID
          append       | {"chat":1,"sendId":"ID","action":{"target":2}} | PARAMS_INVALID
          createGroup  | {"sendId":"x","title":"a","members":[]}     | PARAMS_INVALID
          """)
  void aWrongCallIsRefusedUnderItsId(String method, String params, Fault fault) {
    String filled =
        params.replace("TOKEN", Samples.TOKEN).replace("\"ID\"", "\"" + Samples.SEND_ID + "\"");
    String text =
        "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"" + method + "\",\"params\":" + filled + "}";
    CodecException refused = catchThrowableOfType(CodecException.class, () -> Codec.decode(text));
    assertThat(refused.fault()).isEqualTo(fault);
    assertThat(refused.id()).hasValue(5);
    assertThat(refused.malformed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"9223372036854775807", "-9223372036854775808", "9007199254740993", "0", "-1"})
  void anIdIsReadAsItCameWhereverItStands(String id) throws CodecException {
    String good = "{\"jsonrpc\":\"2.0\",\"params\":{},\"method\":\"hello\",\"id\":" + id + "}";
    assertThat(Codec.decode(good))
        .isEqualTo(
            new Frame.RequestFrame(OptionalLong.of(Long.parseLong(id)), new Request.Hello()));
    for (String params : List.of("{\"token\":1}", "{\"token\":{}}", "[]")) {
      String bad =
          "{\"jsonrpc\":\"2.0\",\"method\":\"resume\",\"params\":" + params + ",\"id\":" + id + "}";
      assertThat(failure(bad).id()).as(params).hasValue(Long.parseLong(id));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0", "1e3", "9223372036854775808", "9007199254740993.0", "\"1\""})
  void anIdIsAWholeNumber(String id) {
    String text = "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"hello\",\"params\":{}}";
    assertThat(failure(text).fault()).isEqualTo(Fault.INVALID_REQUEST);
  }

  private static CodecException failure(String text) {
    return catchThrowableOfType(CodecException.class, () -> Codec.decode(text));
  }

  @Test
  void aWaitIsToldInWholeMilliseconds() throws CodecException {
    var refusal =
        new Frame.ErrorFrame(
            OptionalLong.of(5), FaultException.tooSoon(Duration.ofNanos(2_700_000)));
    assertThat(refusal.why().retryAfter()).isEqualTo(Duration.ofMillis(3));
    assertThat(Codec.encode(refusal)).contains("\"data\":{\"retryAfterMillis\":3}");
    assertThat(Codec.decode(Codec.encode(refusal))).isEqualTo(refusal);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Limits.RETRY_AFTER_MILLIS + 1, Long.MAX_VALUE})
  void aWaitThatNobodyCouldMeanIsNotTaken(long millis) {
    String text =
        "{\"jsonrpc\":\"2.0\",\"id\":5,\"error\":{\"code\":1043,\"message\":\"\","
            + "\"data\":{\"retryAfterMillis\":"
            + millis
            + "}}}";
    assertThat(faultOf(text)).isEqualTo(Fault.PARAMS_INVALID);
  }

  @Test
  void secretsDoNotReachALog() {
    assertThat(new Request.Resume(Samples.TOKEN).toString()).doesNotContain(Samples.TOKEN);
    assertThat(new Request.Join("Mira", Samples.TOKEN).toString()).doesNotContain(Samples.TOKEN);
    assertThat(new Request.LinkDevice(Samples.CODE, Samples.TOKEN, "").toString())
        .doesNotContain(Samples.TOKEN)
        .doesNotContain(Samples.CODE.text());
    assertThat(new Response.DeviceCodeCreated(Samples.CODE, 1).toString())
        .doesNotContain(Samples.CODE.text());
  }

  private static Fault faultOf(String text) {
    return catchThrowableOfType(CodecException.class, () -> Codec.decode(text)).fault();
  }
}

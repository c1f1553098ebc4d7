package hearth.protocol;

import static hearth.protocol.ValueCodec.need;

import hearth.protocol.Request.CatchUp;
import hearth.protocol.Request.CreateGroup;
import hearth.protocol.Request.FetchOlder;
import hearth.protocol.Request.Hello;
import hearth.protocol.Request.Join;
import hearth.protocol.Request.MarkDelivered;
import hearth.protocol.Request.MarkRead;
import hearth.protocol.Request.OpenDirect;
import hearth.protocol.Request.PostMessage;
import hearth.protocol.Request.ReportTyping;
import hearth.protocol.Request.Resume;
import hearth.protocol.Request.SetAway;
import hearth.protocol.Request.SetSlowMode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Method and parameters of each [Request].
final class RequestCodec {
  private static final Set<String> METHODS =
      Set.of(
          "hello",
          "join",
          "resume",
          "postMessage",
          "openDirect",
          "createGroup",
          "setSlowMode",
          "catchUp",
          "fetchOlder",
          "markRead",
          "markDelivered",
          "reportTyping",
          "setAway");

  private RequestCodec() {}

  static boolean knows(String method) {
    return METHODS.contains(method);
  }

  static void write(JsonOut out, Request request) {
    out.member("method", method(request)).name("params").beginObject();
    switch (request) {
      case Hello() -> {} // no parameters
      case Join(String name) -> out.member("name", name);
      case Resume(String token) -> out.member("token", token);
      case PostMessage(ChatId chat, SendId sendId, String text) ->
          out.member("chat", chat).member("sendId", sendId).member("text", text);
      case OpenDirect(UserId with) -> out.member("with", with);
      case CreateGroup(SendId sendId, String title, List<UserId> members) ->
          out.member("sendId", sendId).member("title", title).users("members", members);
      case SetSlowMode(ChatId chat, int seconds) ->
          out.member("chat", chat).member("seconds", seconds);
      case CatchUp(ChatId chat, long after) -> out.member("chat", chat).member("after", after);
      case FetchOlder(ChatId chat, long before, int limit) ->
          out.member("chat", chat).member("before", before).member("limit", limit);
      case MarkRead(ChatId chat, long seq) -> out.member("chat", chat).member("seq", seq);
      case MarkDelivered(ChatId chat, long seq) -> out.member("chat", chat).member("seq", seq);
      case ReportTyping(ChatId chat) -> out.member("chat", chat);
      case SetAway(boolean away) -> out.member("away", away);
    }
    out.endObject();
  }

  private static String method(Request request) {
    return switch (request) {
      case Hello _ -> "hello";
      case Join _ -> "join";
      case Resume _ -> "resume";
      case PostMessage _ -> "postMessage";
      case OpenDirect _ -> "openDirect";
      case CreateGroup _ -> "createGroup";
      case SetSlowMode _ -> "setSlowMode";
      case CatchUp _ -> "catchUp";
      case FetchOlder _ -> "fetchOlder";
      case MarkRead _ -> "markRead";
      case MarkDelivered _ -> "markDelivered";
      case ReportTyping _ -> "reportTyping";
      case SetAway _ -> "setAway";
    };
  }

  static Request read(String method, JsonIn in) throws IOException {
    Params params = new Params();
    return switch (method) {
      case "hello" -> {
        params.read(in);
        yield new Hello();
      }
      case "join" -> new Join(need(params.read(in).name, "name"));
      case "resume" -> new Resume(need(params.read(in).token, "token"));
      case "postMessage" -> {
        params.read(in);
        yield new PostMessage(
            need(params.chat, "chat"), need(params.sendId, "sendId"), need(params.text, "text"));
      }
      case "openDirect" -> new OpenDirect(need(params.read(in).with, "with"));
      case "createGroup" -> {
        params.read(in);
        yield new CreateGroup(
            need(params.sendId, "sendId"),
            need(params.title, "title"),
            need(params.members, "members"));
      }
      case "setSlowMode" -> {
        params.read(in);
        yield new SetSlowMode(need(params.chat, "chat"), need(params.seconds, "seconds"));
      }
      case "catchUp" -> {
        params.read(in);
        yield new CatchUp(need(params.chat, "chat"), need(params.after, "after"));
      }
      case "fetchOlder" -> {
        params.read(in);
        yield new FetchOlder(
            need(params.chat, "chat"), need(params.before, "before"), need(params.limit, "limit"));
      }
      case "markRead" -> {
        params.read(in);
        yield new MarkRead(need(params.chat, "chat"), need(params.seq, "seq"));
      }
      case "markDelivered" -> {
        params.read(in);
        yield new MarkDelivered(need(params.chat, "chat"), need(params.seq, "seq"));
      }
      case "reportTyping" -> new ReportTyping(need(params.read(in).chat, "chat"));
      case "setAway" -> new SetAway(need(params.read(in).away, "away"));
      default -> throw new FaultException(Fault.METHOD_UNKNOWN);
    };
  }

  /// Every parameter that any method has; a name means the same in all of them.
  private static final class Params {
    private @Nullable String name;
    private @Nullable String token;
    private @Nullable ChatId chat;
    private @Nullable SendId sendId;
    private @Nullable String text;
    private @Nullable UserId with;
    private @Nullable String title;
    private @Nullable List<UserId> members;
    private @Nullable Integer seconds;
    private @Nullable Long after;
    private @Nullable Long before;
    private @Nullable Integer limit;
    private @Nullable Long seq;
    private @Nullable Boolean away;

    Params read(JsonIn in) throws IOException {
      in.beginObject();
      for (String member = in.nextMember(); member != null; member = in.nextMember()) {
        switch (member) {
          case "name" -> name = in.string();
          case "token" -> token = in.string();
          case "chat" -> chat = ValueCodec.chat(in);
          case "sendId" -> sendId = ValueCodec.sendId(in);
          case "text" -> text = in.string();
          case "with" -> with = ValueCodec.user(in);
          case "title" -> title = in.string();
          case "members" -> members = in.list(ValueCodec::user);
          case "seconds" -> seconds = in.smallNumber();
          case "after" -> after = in.number();
          case "before" -> before = in.number();
          case "limit" -> limit = in.smallNumber();
          case "seq" -> seq = in.number();
          case "away" -> away = in.flag();
          default -> in.skip();
        }
      }
      return this;
    }
  }
}

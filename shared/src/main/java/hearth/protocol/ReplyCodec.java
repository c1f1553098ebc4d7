package hearth.protocol;

import static hearth.protocol.ValueCodec.need;

import hearth.protocol.Reply.ChatOpened;
import hearth.protocol.Reply.Done;
import hearth.protocol.Reply.Joined;
import hearth.protocol.Reply.Page;
import hearth.protocol.Reply.Posted;
import hearth.protocol.Reply.Resumed;
import hearth.protocol.Reply.StartAfresh;
import hearth.protocol.Reply.Welcome;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The result object of each [Reply]; its first member, `type`, says which one it is.
final class ReplyCodec {
  private ReplyCodec() {}

  static void write(JsonOut out, Reply reply) {
    switch (reply) {
      case Welcome(ServerInfo server) ->
          ValueCodec.write(out.beginTyped("welcome").name("server"), server);
      case Joined(String token, Overview overview) -> {
        out.beginTyped("joined").member("token", token).name("overview");
        ValueCodec.write(out, overview);
      }
      case Resumed(Overview overview) -> {
        out.beginTyped("resumed").name("overview");
        ValueCodec.write(out, overview);
      }
      case Posted(ChatId chat, long seq, Instant at) ->
          out.beginTyped("posted").member("chat", chat).member("seq", seq).member("at", at);
      case ChatOpened(ChatOverview chat) -> {
        out.beginTyped("chatOpened").name("chat");
        ValueCodec.write(out, chat);
      }
      case Page(ChatId chat, List<Event.Logged> entries, boolean more) ->
          out.beginTyped("page")
              .member("chat", chat)
              .list("entries", entries, EventCodec::writeEntry)
              .member("more", more);
      case StartAfresh(ChatId chat, List<Event.Logged> newest) ->
          out.beginTyped("startAfresh")
              .member("chat", chat)
              .list("newest", newest, EventCodec::writeEntry);
      case Done() -> out.beginTyped("done");
    }
    out.endObject();
  }

  static Reply read(JsonIn in) throws IOException {
    String type = in.beginTyped();
    Result result = new Result().read(in, type);
    return switch (type) {
      case "welcome" -> new Welcome(need(result.server, "server"));
      case "joined" -> new Joined(need(result.token, "token"), need(result.overview, "overview"));
      case "resumed" -> new Resumed(need(result.overview, "overview"));
      case "posted" ->
          new Posted(need(result.chat, "chat"), need(result.seq, "seq"), need(result.at, "at"));
      case "chatOpened" -> new ChatOpened(need(result.opened, "chat"));
      case "page" ->
          new Page(
              need(result.chat, "chat"),
              need(result.entries, "entries"),
              need(result.more, "more"));
      case "startAfresh" ->
          new StartAfresh(need(result.chat, "chat"), need(result.entries, "newest"));
      case "done" -> new Done();
      default -> throw new IllegalStateException("no reply has the type " + type);
    };
  }

  private static final class Result {
    private @Nullable ServerInfo server;
    private @Nullable String token;
    private @Nullable Overview overview;
    private @Nullable ChatId chat;
    private @Nullable ChatOverview opened;
    private @Nullable Long seq;
    private @Nullable Instant at;
    private @Nullable List<Event.Logged> entries;
    private @Nullable Boolean more;

    Result read(JsonIn in, String type) throws IOException {
      for (String member = in.nextMember(); member != null; member = in.nextMember()) {
        switch (member) {
          case "server" -> server = ValueCodec.server(in);
          case "token" -> token = in.string();
          case "overview" -> overview = ValueCodec.overview(in);
          case "chat" -> {
            if (type.equals("chatOpened")) {
              opened = ValueCodec.chatOverview(in);
            } else {
              chat = ValueCodec.chat(in);
            }
          }
          case "seq" -> seq = in.number();
          case "at" -> at = in.time();
          case "entries", "newest" -> entries = in.list(EventCodec::readEntry);
          case "more" -> more = in.flag();
          default -> in.skip();
        }
      }
      return this;
    }
  }
}

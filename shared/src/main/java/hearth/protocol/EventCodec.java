package hearth.protocol;

import static hearth.protocol.ValueCodec.need;

import hearth.protocol.Event.ChatAppeared;
import hearth.protocol.Event.ChatDelivered;
import hearth.protocol.Event.ChatRead;
import hearth.protocol.Event.Logged;
import hearth.protocol.Event.MembersAdded;
import hearth.protocol.Event.MessagePosted;
import hearth.protocol.Event.PresenceChanged;
import hearth.protocol.Event.SlowModeSet;
import hearth.protocol.Event.UserJoined;
import hearth.protocol.Event.UserTyped;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Each [Event] as a notification (`method` and `params`), and each [Logged] one as an entry of a
/// page, whose first member, `type`, is the notification's method.
final class EventCodec {
  private static final Set<String> METHODS =
      Set.of(
          "messagePosted",
          "membersAdded",
          "slowModeSet",
          "chatAppeared",
          "userJoined",
          "presenceChanged",
          "chatDelivered",
          "chatRead",
          "userTyped");

  private EventCodec() {}

  static boolean knows(String method) {
    return METHODS.contains(method);
  }

  static void writeNotice(JsonOut out, Event event) {
    out.member("method", method(event)).name("params").beginObject();
    writeMembers(out, event);
    out.endObject();
  }

  static void writeEntry(JsonOut out, Logged entry) {
    out.beginTyped(method(entry));
    writeMembers(out, entry);
    out.endObject();
  }

  private static String method(Event event) {
    return switch (event) {
      case MessagePosted _ -> "messagePosted";
      case MembersAdded _ -> "membersAdded";
      case SlowModeSet _ -> "slowModeSet";
      case ChatAppeared _ -> "chatAppeared";
      case UserJoined _ -> "userJoined";
      case PresenceChanged _ -> "presenceChanged";
      case ChatDelivered _ -> "chatDelivered";
      case ChatRead _ -> "chatRead";
      case UserTyped _ -> "userTyped";
    };
  }

  private static void writeMembers(JsonOut out, Event event) {
    switch (event) {
      case MessagePosted(Message message) -> ValueCodec.writeMembers(out, message);
      case MembersAdded(ChatId chat, long seq, Instant at, UserId author, List<UserId> members) ->
          out.member("chat", chat)
              .member("seq", seq)
              .member("at", at)
              .member("author", author)
              .users("members", members);
      case SlowModeSet(ChatId chat, long seq, Instant at, UserId author, int seconds) ->
          out.member("chat", chat)
              .member("seq", seq)
              .member("at", at)
              .member("author", author)
              .member("seconds", seconds);
      case ChatAppeared(ChatOverview chat) -> ValueCodec.write(out.name("chat"), chat);
      case UserJoined(User user) -> ValueCodec.write(out.name("user"), user);
      case PresenceChanged(User user) -> ValueCodec.write(out.name("user"), user);
      case ChatDelivered(ChatId chat, UserId user, long seq) ->
          out.member("chat", chat).member("user", user).member("seq", seq);
      case ChatRead(ChatId chat, UserId user, long seq) ->
          out.member("chat", chat).member("user", user).member("seq", seq);
      case UserTyped(ChatId chat, UserId user) -> out.member("chat", chat).member("user", user);
    }
  }

  static Event readParams(String method, JsonIn in) throws IOException {
    in.beginObject();
    return switch (method) {
      case "messagePosted", "membersAdded", "slowModeSet" -> readLogged(method, in);
      case "chatAppeared" -> new ChatAppeared(need(new Params().read(in, method).opened, "chat"));
      case "userJoined" -> new UserJoined(need(new Params().read(in, method).person, "user"));
      case "presenceChanged" ->
          new PresenceChanged(need(new Params().read(in, method).person, "user"));
      case "chatDelivered" -> {
        Params p = new Params().read(in, method);
        yield new ChatDelivered(need(p.chat, "chat"), need(p.user, "user"), need(p.seq, "seq"));
      }
      case "chatRead" -> {
        Params p = new Params().read(in, method);
        yield new ChatRead(need(p.chat, "chat"), need(p.user, "user"), need(p.seq, "seq"));
      }
      case "userTyped" -> {
        Params p = new Params().read(in, method);
        yield new UserTyped(need(p.chat, "chat"), need(p.user, "user"));
      }
      default -> throw new IllegalStateException("no event has the method " + method);
    };
  }

  static Logged readEntry(JsonIn in) throws IOException {
    return readLogged(in.beginTyped(), in);
  }

  /// The rest of an object that holds a message's members.
  static Message readMessage(JsonIn in) throws IOException {
    return new Params().read(in, "messagePosted").message();
  }

  private static Logged readLogged(String type, JsonIn in) throws IOException {
    Params p = new Params().read(in, type);
    return switch (type) {
      case "messagePosted" -> new MessagePosted(p.message());
      case "membersAdded" ->
          new MembersAdded(
              need(p.chat, "chat"),
              need(p.seq, "seq"),
              need(p.at, "at"),
              need(p.author, "author"),
              need(p.members, "members"));
      case "slowModeSet" ->
          new SlowModeSet(
              need(p.chat, "chat"),
              need(p.seq, "seq"),
              need(p.at, "at"),
              need(p.author, "author"),
              need(p.seconds, "seconds"));
      default -> throw new IllegalStateException("no log entry has the type " + type);
    };
  }

  /// Every parameter that any event has. `chat` and `user` are numbers, but for the events that
  /// bring a whole chat or person.
  private static final class Params {
    private @Nullable ChatId chat;
    private @Nullable ChatOverview opened;
    private @Nullable UserId user;
    private @Nullable User person;
    private @Nullable Long seq;
    private @Nullable Instant at;
    private @Nullable UserId author;
    private @Nullable SendId sendId;
    private @Nullable String text;
    private @Nullable List<UserId> members;
    private @Nullable Integer seconds;

    Message message() {
      return new Message(
          need(chat, "chat"),
          need(seq, "seq"),
          need(author, "author"),
          need(sendId, "sendId"),
          need(at, "at"),
          need(text, "text"));
    }

    Params read(JsonIn in, String method) throws IOException {
      boolean wholeChat = method.equals("chatAppeared");
      boolean wholeUser = method.equals("userJoined") || method.equals("presenceChanged");
      for (String member = in.nextMember(); member != null; member = in.nextMember()) {
        switch (member) {
          case "chat" -> {
            if (wholeChat) {
              opened = ValueCodec.chatOverview(in);
            } else {
              chat = ValueCodec.chat(in);
            }
          }
          case "user" -> {
            if (wholeUser) {
              person = ValueCodec.person(in);
            } else {
              user = ValueCodec.user(in);
            }
          }
          case "seq" -> seq = in.number();
          case "at" -> at = in.time();
          case "author" -> author = ValueCodec.user(in);
          case "sendId" -> sendId = ValueCodec.sendId(in);
          case "text" -> text = in.string();
          case "members" -> members = in.list(ValueCodec::user);
          case "seconds" -> seconds = in.smallNumber();
          default -> in.skip();
        }
      }
      return this;
    }
  }
}

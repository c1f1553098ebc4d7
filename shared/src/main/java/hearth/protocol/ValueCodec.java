package hearth.protocol;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The values that requests, replies and events are made of.
final class ValueCodec {
  private ValueCodec() {}

  /// The member's value, which must have been there.
  static <T> T need(@Nullable T value, String name) {
    if (value == null) {
      throw new FaultException(Fault.PARAMS_INVALID, name + " is missing");
    }
    return value;
  }

  static ChatId chat(JsonIn in) throws IOException {
    return new ChatId(in.number());
  }

  static UserId user(JsonIn in) throws IOException {
    return new UserId(in.number());
  }

  static SendId sendId(JsonIn in) throws IOException {
    return SendId.parse(in.string());
  }

  static void write(JsonOut out, Overview overview) {
    write(out.beginObject().name("server"), overview.server());
    out.member("me", overview.me())
        .list("people", overview.people(), ValueCodec::write)
        .list("chats", overview.chats(), ValueCodec::write)
        .endObject();
  }

  static Overview overview(JsonIn in) throws IOException {
    ServerInfo server = null;
    UserId me = null;
    List<User> people = null;
    List<ChatOverview> chats = null;
    in.beginObject();
    for (String member = in.nextMember(); member != null; member = in.nextMember()) {
      switch (member) {
        case "server" -> server = server(in);
        case "me" -> me = user(in);
        case "people" -> people = in.list(ValueCodec::person);
        case "chats" -> chats = in.list(ValueCodec::chatOverview);
        default -> in.skip();
      }
    }
    return new Overview(
        need(server, "server"), need(me, "me"), need(people, "people"), need(chats, "chats"));
  }

  static void write(JsonOut out, ServerInfo server) {
    out.beginObject().member("id", server.id()).member("name", server.name()).endObject();
  }

  static ServerInfo server(JsonIn in) throws IOException {
    String id = null;
    String name = null;
    in.beginObject();
    for (String member = in.nextMember(); member != null; member = in.nextMember()) {
      switch (member) {
        case "id" -> id = in.string();
        case "name" -> name = in.string();
        default -> in.skip();
      }
    }
    return new ServerInfo(need(id, "id"), need(name, "name"));
  }

  static void write(JsonOut out, User user) {
    out.beginObject()
        .member("id", user.id())
        .member("name", user.name())
        .member("presence", user.presence().wire())
        .member("lastSeen", user.lastSeen())
        .endObject();
  }

  static User person(JsonIn in) throws IOException {
    UserId id = null;
    String name = null;
    Presence presence = null;
    Instant lastSeen = null;
    in.beginObject();
    for (String member = in.nextMember(); member != null; member = in.nextMember()) {
      switch (member) {
        case "id" -> id = user(in);
        case "name" -> name = in.string();
        case "presence" -> presence = presence(in.string());
        case "lastSeen" -> lastSeen = in.time();
        default -> in.skip();
      }
    }
    return new User(need(id, "id"), need(name, "name"), need(presence, "presence"), lastSeen);
  }

  private static Presence presence(String wire) {
    for (Presence presence : Presence.values()) {
      if (presence.wire().equals(wire)) {
        return presence;
      }
    }
    throw new FaultException(Fault.PARAMS_INVALID, "presence is unknown");
  }

  static void write(JsonOut out, ChatOverview overview) {
    Chat chat = overview.chat();
    out.beginObject()
        .member("id", chat.id())
        .member("kind", chat.kind().wire())
        .member("title", chat.title())
        .users("members", chat.members());
    if (chat.slowModeSeconds() > 0) {
      out.member("slowModeSeconds", chat.slowModeSeconds());
    }
    out.member("head", overview.head()).member("activeAt", overview.activeAt());
    Message last = overview.last();
    if (last != null) {
      writeMembers(out.name("last").beginObject(), last);
      out.endObject();
    }
    out.list("markers", overview.markers(), ValueCodec::write)
        .member("unread", overview.unread())
        .endObject();
  }

  static ChatOverview chatOverview(JsonIn in) throws IOException {
    ChatId id = null;
    Chat.Kind kind = null;
    String title = "";
    List<UserId> members = null;
    int slowModeSeconds = 0;
    Long head = null;
    Instant activeAt = null;
    Message last = null;
    List<Marker> markers = null;
    Integer unread = null;
    in.beginObject();
    for (String member = in.nextMember(); member != null; member = in.nextMember()) {
      switch (member) {
        case "id" -> id = chat(in);
        case "kind" -> kind = kind(in.string());
        case "title" -> title = in.string();
        case "members" -> members = in.list(ValueCodec::user);
        case "slowModeSeconds" -> slowModeSeconds = in.smallNumber();
        case "head" -> head = in.number();
        case "activeAt" -> activeAt = in.time();
        case "last" -> last = message(in);
        case "markers" -> markers = in.list(ValueCodec::marker);
        case "unread" -> unread = in.smallNumber();
        default -> in.skip();
      }
    }
    return new ChatOverview(
        new Chat(
            need(id, "id"), need(kind, "kind"), title, need(members, "members"), slowModeSeconds),
        need(head, "head"),
        need(activeAt, "activeAt"),
        last,
        need(markers, "markers"),
        need(unread, "unread"));
  }

  private static Chat.Kind kind(String wire) {
    for (Chat.Kind kind : Chat.Kind.values()) {
      if (kind.wire().equals(wire)) {
        return kind;
      }
    }
    throw new FaultException(Fault.PARAMS_INVALID, "kind is unknown");
  }

  static void writeMembers(JsonOut out, Message message) {
    out.member("chat", message.chat())
        .member("seq", message.seq())
        .member("author", message.author())
        .member("sendId", message.sendId())
        .member("at", message.at())
        .member("text", message.text());
  }

  private static Message message(JsonIn in) throws IOException {
    in.beginObject();
    return EventCodec.readMessage(in);
  }

  private static void write(JsonOut out, Marker marker) {
    out.beginObject()
        .member("user", marker.user())
        .member("delivered", marker.delivered())
        .member("read", marker.read())
        .endObject();
  }

  private static Marker marker(JsonIn in) throws IOException {
    UserId user = null;
    Long delivered = null;
    Long read = null;
    in.beginObject();
    for (String member = in.nextMember(); member != null; member = in.nextMember()) {
      switch (member) {
        case "user" -> user = user(in);
        case "delivered" -> delivered = in.number();
        case "read" -> read = in.number();
        default -> in.skip();
      }
    }
    return new Marker(need(user, "user"), need(delivered, "delivered"), need(read, "read"));
  }
}

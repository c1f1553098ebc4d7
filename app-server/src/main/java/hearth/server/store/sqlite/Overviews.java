package hearth.server.store.sqlite;

import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Limits;
import hearth.protocol.Marker;
import hearth.protocol.Presence;
import hearth.protocol.User;
import hearth.protocol.UserId;
import hearth.sqlite.Query;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/// Reads overviews of people and chats. Confined to the holder of its connection.
final class Overviews {
  private final Query people;
  private final Query chatsOf;
  private final Query chatOf;
  private final Query markers;
  private final Query newest;
  private final Query lastPost;
  private final Query unread;

  Overviews(Connection reader) {
    people = new Query(reader, "SELECT id, name, seen_at FROM user ORDER BY id");
    String chats =
        """
        SELECT chat.id, kind, title, made_at, read, slow_mode
        FROM member JOIN chat ON chat.id = member.chat WHERE user = ?\
        """;
    chatsOf = new Query(reader, chats + " ORDER BY chat.id");
    chatOf = new Query(reader, chats + " AND chat.id = ?");
    markers =
        new Query(reader, "SELECT user, delivered, read FROM member WHERE chat = ? ORDER BY place");
    newest =
        new Query(reader, "SELECT seq, at FROM entry WHERE chat = ? ORDER BY seq DESC LIMIT 1");
    lastPost =
        new Query(
            reader,
            "SELECT "
                + EntryTable.COLUMNS
                + " FROM entry WHERE chat = ? AND kind = ? ORDER BY seq DESC LIMIT 1");
    unread =
        new Query(
            reader,
            """
            SELECT count(*) FROM (
              SELECT 1 FROM entry
              WHERE chat = ? AND seq > ? AND kind = ? AND author <> ? LIMIT ?)\
            """);
  }

  /// Everyone on the server, with the last-seen time of those who are offline.
  List<User> people(Function<UserId, Presence> presence) {
    return people.list(
        row -> {
          UserId id = new UserId(row.getLong(1));
          Presence now = presence.apply(id);
          long seen = row.getLong(3);
          boolean known = now == Presence.OFFLINE && seen > 0;
          return new User(id, row.getString(2), now, known ? Instant.ofEpochMilli(seen) : null);
        });
  }

  List<ChatOverview> chats(UserId me) {
    return chatsOf.list(Row::read, me.value()).stream().map(row -> overview(row, me)).toList();
  }

  ChatOverview chat(ChatId chat, UserId me) {
    Row row =
        chatOf
            .first(Row::read, me.value(), chat.value())
            .orElseThrow(() -> new FaultException(Fault.CHAT_UNKNOWN));
    return overview(row, me);
  }

  private ChatOverview overview(Row row, UserId me) {
    long id = row.id.value();
    List<Marker> all =
        markers.list(m -> new Marker(new UserId(m.getLong(1)), m.getLong(2), m.getLong(3)), id);
    Chat chat =
        new Chat(
            row.id, row.kind, row.title, all.stream().map(Marker::user).toList(), row.slowMode);
    Head head =
        newest
            .first(h -> new Head(h.getLong(1), Instant.ofEpochMilli(h.getLong(2))), id)
            .orElse(new Head(0, row.madeAt));
    return new ChatOverview(
        chat,
        head.seq,
        head.at,
        lastPost.first(EntryTable::message, id, Codes.POST).orElse(null),
        all,
        unread.only(u -> u.getInt(1), id, row.read, Codes.POST, me.value(), Limits.UNREAD));
  }

  private record Head(long seq, Instant at) {}

  private record Row(
      ChatId id, Chat.Kind kind, String title, Instant madeAt, long read, int slowMode) {
    static Row read(ResultSet row) throws SQLException {
      return new Row(
          new ChatId(row.getLong(1)),
          Codes.chatKind(row.getInt(2)),
          row.getString(3),
          Instant.ofEpochMilli(row.getLong(4)),
          row.getLong(5),
          row.getInt(6));
    }
  }
}

package hearth.server.store.sqlite;

import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.ChatSettings;
import hearth.protocol.Role;
import hearth.protocol.UserId;
import hearth.protocol.json.Values;
import hearth.sqlite.Query;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The table `chat`. Confined to the thread that holds the connection.
final class ChatTable {
  private final Query add;
  private final Query directOf;
  private final Query one;
  private final Query all;
  private final Query ofMember;
  private final Query setSettings;

  ChatTable(Connection connection) {
    add =
        new Query(
            connection,
            """
            INSERT INTO chat (kind, title, made_at, low_user, high_user)
            VALUES (?, ?, ?, ?, ?) RETURNING id\
            """);
    directOf = new Query(connection, "SELECT id FROM chat WHERE low_user = ? AND high_user = ?");
    String columns = "SELECT chat.id, kind, title, made_at, settings FROM chat ";
    one = new Query(connection, columns + "WHERE id = ?");
    all = new Query(connection, columns + "ORDER BY id");
    ofMember =
        new Query(
            connection,
            columns
                + """
                JOIN member ON member.chat = chat.id
                WHERE member.user = ? AND chat.id > ? ORDER BY chat.id LIMIT ?\
                """);
    setSettings = new Query(connection, "UPDATE chat SET settings = ? WHERE id = ?");
  }

  ChatId addGroup(String title, Instant now) {
    return add.only(
        row -> new ChatId(row.getLong(1)),
        Codes.of(Chat.Kind.GROUP),
        title,
        now.toEpochMilli(),
        null,
        null);
  }

  ChatId addDirect(UserId one, UserId other, Instant now) {
    return add.only(
        row -> new ChatId(row.getLong(1)),
        Codes.of(Chat.Kind.DIRECT),
        "",
        now.toEpochMilli(),
        Math.min(one.value(), other.value()),
        Math.max(one.value(), other.value()));
  }

  Optional<ChatId> directOf(UserId one, UserId other) {
    return directOf.first(
        row -> new ChatId(row.getLong(1)),
        Math.min(one.value(), other.value()),
        Math.max(one.value(), other.value()));
  }

  Optional<Properties> one(ChatId chat) {
    return one.first(ChatTable::read, chat.value());
  }

  List<Properties> all() {
    return all.list(ChatTable::read);
  }

  /// A person's chats with an id over `after`, in the order of their ids.
  List<Properties> ofMember(UserId user, long after, int limit) {
    return ofMember.list(ChatTable::read, user.value(), after, limit);
  }

  void setSettings(ChatId chat, ChatSettings settings) {
    setSettings.update(Values.CHAT_SETTINGS.toJson(settings), chat.value());
  }

  private static Properties read(ResultSet row) throws SQLException {
    return new Properties(
        new ChatId(row.getLong(1)),
        Codes.chatKind(row.getInt(2)),
        row.getString(3),
        Instant.ofEpochMilli(row.getLong(4)),
        EntryTable.parse(Values.CHAT_SETTINGS, row.getString(5)));
  }

  /// A chat without its members.
  record Properties(
      ChatId id, Chat.Kind kind, String title, Instant madeAt, ChatSettings settings) {

    /// The chat with its members.
    Chat with(List<MemberTable.Member> members) {
      return new Chat(
          id,
          kind,
          title,
          members.stream().map(MemberTable.Member::user).toList(),
          members.stream()
              .filter(member -> member.role() != Role.MEMBER)
              .map(member -> new Chat.MemberRole(member.user(), member.role()))
              .toList(),
          settings);
    }
  }
}

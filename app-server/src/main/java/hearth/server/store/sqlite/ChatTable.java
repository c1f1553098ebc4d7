package hearth.server.store.sqlite;

import hearth.protocol.Channel;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The table `chat`. Confined to the thread that holds the connection.
final class ChatTable {
  private final Query add;
  private final Query count;
  private final Query countOf;
  private final Query directOf;
  private final Query one;
  private final Query all;
  private final Query ofMember;
  private final Query channels;
  private final Query setTitle;
  private final Query setSettings;
  private final Query ofPerson;
  private final Query markDeleted;
  private final Query addErasing;
  private final Query erasing;
  private final Query removeErasing;

  ChatTable(Connection connection) {
    add =
        new Query(
            connection,
            """
            INSERT INTO chat (kind, title, made_at, maker, low_user, high_user)
            VALUES (?, ?, ?, ?, ?, ?) RETURNING id\
            """);
    count = new Query(connection, "SELECT count(*) FROM chat WHERE kind <> " + Codes.DELETED_CHAT);
    countOf = new Query(connection, "SELECT count(*) FROM chat WHERE maker = ?");
    directOf = new Query(connection, "SELECT id FROM chat WHERE low_user = ? AND high_user = ?");
    String columns = "SELECT chat.id, kind, title, made_at, settings FROM chat ";
    one = new Query(connection, columns + "WHERE id = ? AND kind <> " + Codes.DELETED_CHAT);
    all = new Query(connection, columns + "WHERE kind <> " + Codes.DELETED_CHAT + " ORDER BY id");
    ofMember =
        new Query(
            connection,
            columns
                + """
                JOIN member ON member.chat = chat.id
                WHERE member.user = ? AND chat.id > ? ORDER BY chat.id LIMIT ?\
                """);
    channels =
        new Query(
            connection,
            """
            SELECT id, title, settings,
              (SELECT count(*) FROM member WHERE member.chat = chat.id), kind
            FROM chat WHERE kind IN (%d, iif(?, %d, 0)) AND id > ? ORDER BY id LIMIT ?\
            """
                .formatted(Codes.of(Chat.Kind.CHANNEL), Codes.of(Chat.Kind.MASKED)));
    setTitle = new Query(connection, "UPDATE chat SET title = ? WHERE id = ?");
    setSettings = new Query(connection, "UPDATE chat SET settings = ? WHERE id = ?");
    ofPerson =
        new Query(
            connection,
            """
            SELECT chat.id, kind = 2 OR (kind IN (3, 4) AND maker = ?1 AND NOT EXISTS (
              SELECT 1 FROM entry
              WHERE entry.chat = chat.id AND entry.kind IN (%d, %d) AND author <> ?1))
            FROM chat JOIN member ON member.chat = chat.id
            WHERE member.user = ?1 ORDER BY chat.id\
            """
                .formatted(Codes.POST, Codes.ERASED_POST));
    markDeleted =
        new Query(
            connection,
            """
            UPDATE chat SET kind = %d, title = '', settings = '{}',
              maker = NULL, low_user = NULL, high_user = NULL
            WHERE id = ?\
            """
                .formatted(Codes.DELETED_CHAT));
    addErasing = new Query(connection, "INSERT INTO erasing (chat) VALUES (?)");
    erasing = new Query(connection, "SELECT chat FROM erasing ORDER BY chat LIMIT 1");
    removeErasing = new Query(connection, "DELETE FROM erasing WHERE chat = ?");
  }

  /// Adds a group or a channel.
  ChatId addGroup(Chat.Kind kind, String title, UserId maker, Instant now) {
    return add.only(
        row -> new ChatId(row.getLong(1)),
        Codes.of(kind),
        title,
        now.toEpochMilli(),
        maker.value(),
        null,
        null);
  }

  /// Adds the chat of two people, or of one alone.
  ///
  /// @param maker whose quota it takes
  ChatId addDirect(UserId maker, UserId one, UserId other, Instant now) {
    return add.only(
        row -> new ChatId(row.getLong(1)),
        Codes.of(Chat.Kind.DIRECT),
        "",
        now.toEpochMilli(),
        maker.value(),
        Math.min(one.value(), other.value()),
        Math.max(one.value(), other.value()));
  }

  long count() {
    return count.only(row -> row.getLong(1));
  }

  /// How many chats there are that a person has made.
  long countOf(UserId maker) {
    return countOf.only(row -> row.getLong(1), maker.value());
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

  /// A person's chats with an id over `after`, in the order of their ids. Looks at each chat of the
  /// server, which takes less than half a microsecond per chat.
  List<Properties> ofMember(UserId user, long after, int limit) {
    return ofMember.list(ChatTable::read, user.value(), after, limit);
  }

  /// The chats of a person who is about to be removed, and which of them go with the person: direct
  /// chats, and groups that the person made and nobody else has written in.
  Map<ChatId, Boolean> ofPerson(UserId user) {
    Map<ChatId, Boolean> goes = new LinkedHashMap<>();
    ofPerson.visit(
        row -> goes.put(new ChatId(row.getLong(1)), row.getBoolean(2)) == null, user.value());
    return goes;
  }

  /// Keeps nothing of a chat but its id, which is never given again. Its log is to be erased.
  void markDeleted(ChatId chat) {
    markDeleted.update(chat.value());
    addErasing.update(chat.value());
  }

  /// A deleted chat whose log is not erased yet.
  Optional<ChatId> erasing() {
    return erasing.first(row -> new ChatId(row.getLong(1)));
  }

  void erased(ChatId chat) {
    removeErasing.update(chat.value());
  }

  /// Channels with an id over `after`, in the order of their ids.
  ///
  /// @param masked whether masked chats are among them
  List<Channel> channels(long after, boolean masked, int limit) {
    return channels.list(
        row ->
            new Channel(
                new ChatId(row.getLong(1)),
                row.getString(2),
                EntryTable.parse(Values.CHAT_SETTINGS, row.getString(3)).topic(),
                row.getInt(4),
                Codes.chatKind(row.getInt(5))),
        masked,
        after,
        limit);
  }

  void setTitle(ChatId chat, String title) {
    setTitle.update(title, chat.value());
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

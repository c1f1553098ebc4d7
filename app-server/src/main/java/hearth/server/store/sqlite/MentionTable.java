package hearth.server.store.sqlite;

import hearth.protocol.ChatId;
import hearth.protocol.Limits;
import hearth.protocol.Mentions;
import hearth.protocol.UserId;
import hearth.sqlite.Query;
import java.sql.Connection;

/// The table `mention`: which messages mention whom. Confined to the thread that holds the
/// connection.
final class MentionTable {
  private final Query add;
  private final Query addAll;
  private final Query remove;
  private final Query removeChat;
  private final Query count;

  MentionTable(Connection connection) {
    add =
        new Query(
            connection,
            """
            INSERT INTO mention (chat, user, seq, author)
            SELECT ?1, user, ?2, ?3 FROM member
            WHERE chat = ?1 AND user IN (SELECT value FROM json_each(?4))\
            """);
    addAll =
        new Query(connection, "INSERT INTO mention (chat, user, seq, author) VALUES (?, 0, ?, ?)");
    remove =
        new Query(
            connection,
            """
            DELETE FROM mention WHERE chat = ? AND seq = ?
              AND (user = 0 OR user IN (SELECT value FROM json_each(?)))\
            """);
    removeChat = new Query(connection, "DELETE FROM mention WHERE chat = ?");
    count =
        new Query(
            connection,
            """
            SELECT count(DISTINCT seq) FROM (SELECT seq FROM mention
            WHERE chat = ?1 AND user IN (?2, 0) AND seq > ?3 AND author <> ?2
              AND author NOT IN (SELECT blocked FROM block WHERE block.user = ?4) LIMIT ?5)\
            """);
  }

  /// Notes whom of the chat's members a message mentions.
  void add(ChatId chat, long seq, UserId author, Mentions mentions) {
    if (!mentions.users().isEmpty()) {
      add.update(chat.value(), seq, author.value(), Codes.list(mentions.users()));
    }
    if (mentions.all()) {
      addAll.update(chat.value(), seq, author.value());
    }
  }

  /// A message mentions nobody any more.
  ///
  /// @param before whom it mentioned
  void remove(ChatId chat, long seq, Mentions before) {
    if (!before.isEmpty()) {
      remove.update(chat.value(), seq, Codes.list(before.users()));
    }
  }

  void removeAll(ChatId chat) {
    removeChat.update(chat.value());
  }

  /// How many messages of others after a seq mention somebody, or everybody, at most
  /// [Limits#UNREAD]. Those of people whom they have blocked do not count.
  ///
  /// @param as who the person is in the chat
  int count(ChatId chat, UserId person, UserId as, long after) {
    return count.only(
        row -> row.getInt(1), chat.value(), as.value(), after, person.value(), Limits.UNREAD);
  }
}

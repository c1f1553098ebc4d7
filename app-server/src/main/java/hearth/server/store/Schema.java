package hearth.server.store;

import hearth.protocol.Chat;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// The tables, as a list of steps. A step that was ever released is not changed any more: what
/// comes later is a new step at the end. The file says in `user_version` how many it has taken.
final class Schema {
  /// "Hrth", by which a file is known as ours.
  static final int APPLICATION_ID = 0x48727468;

  static final long LOBBY = 1;

  /// Times are milliseconds since 1970. An entry's `body` is a message's text, or the ids of the
  /// members added, with blanks between. `send_id` is null for what no client asked for by id.
  private static final String FIRST =
      """
      CREATE TABLE user (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        name_key TEXT NOT NULL UNIQUE,
        joined_at INTEGER NOT NULL,
        seen_at INTEGER) STRICT;
      CREATE TABLE device (
        token_hash BLOB PRIMARY KEY,
        user INTEGER NOT NULL REFERENCES user,
        added_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
      CREATE TABLE chat (
        id INTEGER PRIMARY KEY,
        kind INTEGER NOT NULL,
        title TEXT NOT NULL,
        made_at INTEGER NOT NULL,
        low_user INTEGER REFERENCES user,
        high_user INTEGER REFERENCES user,
        UNIQUE (low_user, high_user)) STRICT;
      CREATE TABLE member (
        chat INTEGER NOT NULL REFERENCES chat,
        user INTEGER NOT NULL REFERENCES user,
        place INTEGER NOT NULL,
        delivered INTEGER NOT NULL,
        read INTEGER NOT NULL,
        PRIMARY KEY (user, chat)) STRICT, WITHOUT ROWID;
      CREATE UNIQUE INDEX member_of_chat ON member (chat, place);
      CREATE TABLE entry (
        id INTEGER PRIMARY KEY,
        chat INTEGER NOT NULL REFERENCES chat,
        seq INTEGER NOT NULL,
        kind INTEGER NOT NULL,
        author INTEGER NOT NULL REFERENCES user,
        send_id BLOB,
        at INTEGER NOT NULL,
        body TEXT NOT NULL,
        UNIQUE (chat, seq),
        UNIQUE (author, send_id)) STRICT;
      """;

  /// `posted_at` is when a member last wrote while the chat was in slow mode.
  private static final String SLOW_MODE =
      """
      ALTER TABLE chat ADD COLUMN slow_mode INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE member ADD COLUMN posted_at INTEGER NOT NULL DEFAULT 0;
      """;

  private static final List<String> STEPS = List.of(FIRST, SLOW_MODE);

  private Schema() {}

  /// Looks at a file without touching it.
  ///
  /// @throws StoreUnusableException where it is not ours, or too new
  /// @throws StoreException where it cannot be read
  static void check(Path file, Connection reader) throws StoreUnusableException {
    int application = number(reader, "PRAGMA application_id");
    int version = number(reader, "PRAGMA user_version");
    boolean empty = number(reader, "SELECT count(*) FROM sqlite_schema") == 0;
    if (application != APPLICATION_ID && !empty) {
      throw new StoreUnusableException(
          StoreUnusableException.Why.NOT_OURS, file + " is not a Hearth server's data");
    }
    if (version > STEPS.size()) {
      throw new StoreUnusableException(
          StoreUnusableException.Why.TOO_NEW, file + " was written by a newer version of Hearth");
    }
  }

  /// Takes the steps that the file has not taken yet, all or none.
  static void migrate(Connection writer, Transaction transaction, long now) {
    transaction.begin();
    int version = number(writer, "PRAGMA user_version");
    try (Statement statement = writer.createStatement()) {
      for (String step : STEPS.subList(version, STEPS.size())) {
        statement.executeUpdate(step);
      }
      if (version == 0) {
        statement.executeUpdate("PRAGMA application_id = " + APPLICATION_ID);
        new Query(writer, "INSERT INTO chat (id, kind, title, made_at) VALUES (?, ?, 'Lobby', ?)")
            .update(LOBBY, Codes.of(Chat.Kind.LOBBY), now);
      }
      statement.executeUpdate("PRAGMA user_version = " + STEPS.size());
      transaction.commit();
    } catch (SQLException failed) {
      throw new StoreException(failed);
    }
  }

  private static int number(Connection connection, String sql) {
    try (Statement statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    } catch (SQLException failed) {
      throw new StoreException(failed);
    }
  }
}

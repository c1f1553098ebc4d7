package hearth.server.store.sqlite;

import hearth.protocol.Chat;
import hearth.server.store.StoreUnusableException;
import hearth.server.store.StoreUnusableException.Why;
import hearth.sqlite.Migrations;
import hearth.sqlite.Query;
import hearth.sqlite.Transaction;
import java.nio.file.Path;
import java.sql.Connection;

/// The server's tables. Holds no state.
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

  /// An entry's `body` is a message's text, or else the action as JSON. `target` is the seq of the
  /// row that an action changes; `row_state` has what such rows have become, as JSON, but for their
  /// reactions; `chat.settings` what actions have set there, as JSON. A member's `role` is 1 for
  /// the owner.
  private static final String ACTIONS =
      """
      ALTER TABLE entry ADD COLUMN target INTEGER;
      ALTER TABLE entry ADD COLUMN reply_to INTEGER;
      UPDATE entry SET kind = 4,
        body = '{"type":"addMembers","members":[' || replace(body, ' ', ',') || ']}'
        WHERE kind = 2;
      UPDATE entry SET kind = 4, body = '{"type":"setSlowMode","seconds":' || body || '}'
        WHERE kind = 3;
      CREATE INDEX entry_of_target ON entry (chat, target, seq) WHERE target IS NOT NULL;
      CREATE TABLE row_state (
        chat INTEGER NOT NULL REFERENCES chat,
        seq INTEGER NOT NULL,
        row TEXT NOT NULL,
        PRIMARY KEY (chat, seq)) STRICT, WITHOUT ROWID;
      CREATE TABLE reaction (
        chat INTEGER NOT NULL REFERENCES chat,
        seq INTEGER NOT NULL,
        emoji TEXT NOT NULL,
        user INTEGER NOT NULL REFERENCES user,
        place INTEGER NOT NULL,
        emoji_place INTEGER NOT NULL,
        PRIMARY KEY (chat, seq, emoji, user)) STRICT, WITHOUT ROWID;
      ALTER TABLE member ADD COLUMN role INTEGER NOT NULL DEFAULT 0;
      UPDATE member SET role = 1
        WHERE place = 1 AND chat IN (SELECT id FROM chat WHERE kind <> 2);
      ALTER TABLE chat ADD COLUMN settings TEXT NOT NULL DEFAULT '{}';
      UPDATE chat SET settings = json_object('slowModeSeconds', slow_mode);
      ALTER TABLE chat DROP COLUMN slow_mode;
      CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
      """;

  /// What a name looks like, in a form or two: [UserTable] fills it by the rules of the version
  /// that opens the file. Names of older versions may look alike.
  private static final String NAMES =
      """
      CREATE TABLE name_look (
        look TEXT NOT NULL,
        user INTEGER NOT NULL REFERENCES user,
        PRIMARY KEY (look, user)) STRICT, WITHOUT ROWID;
      """;

  /// A user's `owner` is 1 for an owner of the server; who was removed keeps the line, without a
  /// name. A chat's `maker` is whose quota it takes, null where nobody knows; one that was deleted
  /// keeps its line as kind 9, so no id is given twice, and stands in `erasing` until its log is
  /// gone. `joining` has the people who joined today, by a hash of their network.
  private static final String DELETION =
      """
      ALTER TABLE user ADD COLUMN owner INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE user ADD COLUMN removed_at INTEGER;
      ALTER TABLE chat ADD COLUMN maker INTEGER REFERENCES user;
      UPDATE chat SET maker = (SELECT author FROM entry WHERE chat = chat.id AND seq = 1)
        WHERE kind = 3;
      CREATE INDEX chat_of_maker ON chat (maker) WHERE maker IS NOT NULL;
      CREATE TABLE erasing (chat INTEGER PRIMARY KEY REFERENCES chat) STRICT;
      CREATE TABLE joining (
        network INTEGER PRIMARY KEY,
        people INTEGER NOT NULL) STRICT;
      CREATE TABLE joining_day (
        id INTEGER PRIMARY KEY,
        day INTEGER NOT NULL,
        salt BLOB NOT NULL) STRICT;
      """;

  /// The members of a chat side by side: a group of a thousand is a dozen pages, and not one per
  /// person.
  private static final String MEMBERS_BY_CHAT =
      """
      CREATE TABLE member_by_chat (
        chat INTEGER NOT NULL REFERENCES chat,
        user INTEGER NOT NULL REFERENCES user,
        place INTEGER NOT NULL,
        delivered INTEGER NOT NULL,
        read INTEGER NOT NULL,
        posted_at INTEGER NOT NULL DEFAULT 0,
        role INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (chat, user)) STRICT, WITHOUT ROWID;
      INSERT INTO member_by_chat (chat, user, place, delivered, read, posted_at, role)
        SELECT chat, user, place, delivered, read, posted_at, role FROM member
        ORDER BY chat, user;
      DROP TABLE member;
      ALTER TABLE member_by_chat RENAME TO member;
      CREATE UNIQUE INDEX member_of_chat ON member (chat, place);
      """;

  /// What a person has set for themselves in a chat, as JSON; who is mentioned in which message of
  /// whom, 0 for everybody; whose words a forwarded message repeats. A device has an id by which
  /// its person signs it out. A person's `status` ends at `status_until`, and they want to be told
  /// of nothing until `quiet_until`; `hidden` is 1 for when they are here, 2 for what they read, 4
  /// for that they type, added up.
  private static final String PERSONAL =
      """
      CREATE TABLE preference (
        user INTEGER NOT NULL REFERENCES user,
        chat INTEGER NOT NULL REFERENCES chat,
        value TEXT NOT NULL,
        PRIMARY KEY (user, chat)) STRICT, WITHOUT ROWID;
      CREATE INDEX preference_of_chat ON preference (chat);
      CREATE TABLE mention (
        chat INTEGER NOT NULL REFERENCES chat,
        user INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        author INTEGER NOT NULL REFERENCES user,
        PRIMARY KEY (chat, user, seq)) STRICT, WITHOUT ROWID;
      ALTER TABLE entry ADD COLUMN forwarded INTEGER REFERENCES user;
      ALTER TABLE device ADD COLUMN id INTEGER NOT NULL DEFAULT 0;
      UPDATE device SET id = 1 + abs(random() % 9007199254740991);
      ALTER TABLE device ADD COLUMN name TEXT NOT NULL DEFAULT '';
      ALTER TABLE device ADD COLUMN seen_at INTEGER;
      CREATE INDEX device_of_user ON device (user);
      ALTER TABLE user ADD COLUMN status TEXT NOT NULL DEFAULT '';
      ALTER TABLE user ADD COLUMN status_until INTEGER;
      ALTER TABLE user ADD COLUMN quiet_until INTEGER;
      ALTER TABLE user ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0;
      CREATE TABLE block (
        user INTEGER NOT NULL REFERENCES user,
        blocked INTEGER NOT NULL REFERENCES user,
        PRIMARY KEY (user, blocked)) STRICT, WITHOUT ROWID;
      """;

  /// Since when somebody is blocked, and the last `seq` of the direct chat then. Until now nobody
  /// could block anybody. When a member's markers moved is a [MarkerTrail.Pair].
  private static final String BLOCKS =
      """
      ALTER TABLE block ADD COLUMN since INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE block ADD COLUMN seq INTEGER NOT NULL DEFAULT 0;
      CREATE INDEX block_of_blocked ON block (blocked);
      ALTER TABLE member ADD COLUMN trail BLOB;
      """;

  /// An alias is a user that a `person` is in the masked chat `home`, and in direct chats that
  /// began there: it has no name of a person's, no device, and nothing of its own but who it is.
  /// Nobody is behind it once the person was removed.
  private static final String MASKS =
      """
      ALTER TABLE user ADD COLUMN person INTEGER REFERENCES user;
      ALTER TABLE user ADD COLUMN home INTEGER REFERENCES chat;
      CREATE UNIQUE INDEX alias_of_person ON user (person, home) WHERE person IS NOT NULL;
      CREATE INDEX alias_of_home ON user (home) WHERE home IS NOT NULL;
      CREATE INDEX chat_of_high_user ON chat (high_user) WHERE high_user IS NOT NULL;
      """;

  private static final Migrations MIGRATIONS =
      Migrations.of(
              FIRST, SLOW_MODE, ACTIONS, NAMES, DELETION, MEMBERS_BY_CHAT, PERSONAL, BLOCKS + MASKS)
          .markedBy(APPLICATION_ID);

  private Schema() {}

  /// Looks at a file without changing it.
  ///
  /// @throws StoreUnusableException if it is not ours, or too new
  /// @throws hearth.sqlite.SqliteException if it cannot be read
  static void check(Path file, Connection reader) throws StoreUnusableException {
    switch (MIGRATIONS.check(reader)) {
      case CURRENT, BEHIND -> {}
      case OTHER_APPLICATION -> throw notOurs(file);
      case TOO_NEW ->
          throw new StoreUnusableException(
              Why.TOO_NEW, file + " was written by a newer version of Hearth");
    }
  }

  /// The version of a file that has steps to take; 0 for a new one or one that has none.
  static int olderVersion(Connection reader) {
    int taken = MIGRATIONS.taken(reader);
    return taken < MIGRATIONS.count() ? taken : 0;
  }

  /// How many steps there are: the version of a file that has taken them.
  static int version() {
    return MIGRATIONS.count();
  }

  static StoreUnusableException notOurs(Path file) {
    return new StoreUnusableException(Why.NOT_OURS, file + " is not a Hearth server's data");
  }

  /// Takes the steps that the file has not taken yet, all or none; a new one gets its lobby.
  static void migrate(Connection writer, Transaction transaction, long now) {
    MIGRATIONS.migrate(writer, transaction, () -> addLobby(writer, now));
  }

  private static void addLobby(Connection writer, long now) {
    new Query(writer, "INSERT INTO chat (id, kind, title, made_at) VALUES (?, ?, 'Lobby', ?)")
        .update(LOBBY, Codes.of(Chat.Kind.LOBBY), now);
  }
}

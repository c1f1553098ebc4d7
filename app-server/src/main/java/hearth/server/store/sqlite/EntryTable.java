package hearth.server.store.sqlite;

import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.Content;
import hearth.protocol.Entry;
import hearth.protocol.Forwarded;
import hearth.protocol.SendId;
import hearth.protocol.UserId;
import hearth.protocol.json.Actions;
import hearth.protocol.json.CodecException;
import hearth.protocol.json.JsonType;
import hearth.sqlite.Query;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The table `entry`, the log. The text of a message stands as it is, every other action as JSON.
/// Confined to the thread that holds the connection.
final class EntryTable {
  /// The columns that [#read] expects, in order.
  static final String COLUMNS =
      "entry.chat, entry.seq, entry.kind, entry.author, entry.send_id, entry.at, entry.body,"
          + " entry.reply_to, entry.forwarded";

  /// How many columns those are.
  static final int COLUMN_COUNT = 9;

  private static final int BODY = 7;

  private final Query addPost;
  private final Query add;
  private final Query bySendId;
  private final Query firstOfAlias;
  private final Query bySeq;
  private final Query after;
  private final Query head;
  private final Query erasePost;
  private final Query eraseEdits;
  private final Query edits;
  private final Query highestId;
  private final Query pieceEnd;
  private final Query removeUpTo;
  private final Query isLeft;
  private final Query blank;

  EntryTable(Connection connection) {
    addPost =
        new Query(
            connection,
            """
            INSERT INTO entry (chat, seq, kind, author, send_id, at, body, reply_to, forwarded)
            SELECT chat, ?, ?, user, ?, ?, ?, ?, ? FROM member WHERE chat = ? AND user = ?
            ON CONFLICT (author, send_id) DO NOTHING\
            """);
    add =
        new Query(
            connection,
            """
            INSERT INTO entry (chat, seq, kind, author, send_id, at, body, target)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)\
            """);
    String select = "SELECT " + COLUMNS + " FROM entry WHERE ";
    bySendId = new Query(connection, select + "author = ? AND send_id = ?");
    firstOfAlias =
        new Query(
            connection,
            "SELECT "
                + COLUMNS
                + " FROM user JOIN entry ON entry.author = user.id"
                + " WHERE user.person = ? AND entry.send_id = ? AND entry.seq = 1");
    bySeq = new Query(connection, select + "chat = ? AND seq = ?");
    after = new Query(connection, select + "chat = ? AND seq > ? ORDER BY seq LIMIT ?");
    head =
        new Query(connection, "SELECT seq, at FROM entry WHERE chat = ? ORDER BY seq DESC LIMIT 1");
    erasePost =
        new Query(connection, "UPDATE entry SET kind = ?, body = '' WHERE chat = ? AND seq = ?");
    eraseEdits =
        new Query(
            connection,
            """
            UPDATE entry SET body = ?
            WHERE chat = ? AND target = ? AND body LIKE '{"type":"edit",%'\
            """);
    highestId = new Query(connection, "SELECT coalesce(max(id), 0) FROM entry");
    pieceEnd =
        new Query(
            connection,
            """
            SELECT coalesce(max(seq), 0)
            FROM (SELECT seq FROM entry WHERE chat = ? ORDER BY seq LIMIT ?)\
            """);
    removeUpTo =
        new Query(
            connection,
            """
            DELETE FROM entry
            WHERE chat = ? AND seq <= ? AND id < (SELECT max(id) FROM entry)\
            """);
    isLeft = new Query(connection, "SELECT 1 FROM entry WHERE chat = ? AND seq > ?");
    blank =
        new Query(
            connection,
            """
            UPDATE entry SET kind = %d, body = '', send_id = NULL, at = 0,
              target = NULL, reply_to = NULL, forwarded = NULL
            WHERE chat = ?\
            """
                .formatted(Codes.ERASED_POST));
    edits =
        new Query(
            connection,
            select
                + """
                chat = ? AND target = ? AND body LIKE '{"type":"edit",%' ORDER BY seq DESC\
                """);
  }

  /// The highest id that was ever given to an entry of this file; 0 for none.
  long highestId() {
    return highestId.only(row -> row.getLong(1));
  }

  /// Adds a message if the author is in the chat and has not used the id.
  ///
  /// @return whether it was added
  boolean addPost(Entry entry, Action.Post post, String text) {
    int added =
        addPost.update(
            entry.seq(),
            Codes.POST,
            Codes.of(entry.sendId()),
            entry.at().toEpochMilli(),
            text,
            post.replyTo() == 0 ? null : post.replyTo(),
            post.forwarded() == null ? null : post.forwarded().author().value(),
            entry.chat().value(),
            entry.author().value());
    return added == 1;
  }

  /// Adds any other action.
  void add(Entry entry) {
    add.update(
        entry.chat().value(),
        entry.seq(),
        entry.standsAlone() ? Codes.STANDS_ALONE : Codes.TARGETED,
        entry.author().value(),
        Codes.of(entry.sendId()),
        entry.at().toEpochMilli(),
        Actions.ACTION.toJson(entry.action()),
        entry.standsAlone() ? null : entry.target());
  }

  Optional<Entry> bySendId(UserId author, SendId sendId) {
    return bySendId.first(EntryTable::read, author.value(), Codes.of(sendId));
  }

  /// The first entry of a log that an alias of a person made under this id.
  Optional<Entry> firstOfAlias(UserId person, SendId sendId) {
    return firstOfAlias.first(EntryTable::read, person.value(), Codes.of(sendId));
  }

  Optional<Entry> bySeq(ChatId chat, long seq) {
    return bySeq.first(EntryTable::read, chat.value(), seq);
  }

  /// The entries after a seq, bounded in number and characters, at least one if there is any.
  List<Entry> after(ChatId chat, long seq, int limit, int characters) {
    SizeLimit<Entry> page = new SizeLimit<>(characters);
    after.visit(row -> page.add(read(row), row.getString(BODY).length()), chat.value(), seq, limit);
    return page.taken();
  }

  /// The last place of the log; empty for an empty log.
  Optional<Place> head(ChatId chat) {
    return head.first(
        row -> new Place(row.getLong(1), Instant.ofEpochMilli(row.getLong(2))), chat.value());
  }

  /// The last edits of a message, oldest first, bounded in characters.
  List<Entry> edits(ChatId chat, long target, int characters) {
    SizeLimit<Entry> newest = new SizeLimit<>(characters);
    edits.visit(row -> newest.add(read(row), row.getString(BODY).length()), chat.value(), target);
    return newest.taken().reversed();
  }

  /// Takes the content out of a message and its edits; their places stay.
  void erase(ChatId chat, long seq) {
    erasePost.update(Codes.ERASED_POST, chat.value(), seq);
    Action erased = new Action.Edit(seq, new Content.Erased());
    eraseEdits.update(Actions.ACTION.toJson(erased), chat.value(), seq);
  }

  /// Where a piece of a log ends that begins with what is left of it.
  long pieceEnd(ChatId chat, int entries) {
    return pieceEnd.only(row -> row.getLong(1), chat.value(), entries);
  }

  /// Removes a deleted chat's entries. The newest entry of the file stays, without anything in it:
  /// by its id a file is recognised whose end was lost.
  ///
  /// @return whether more is left
  boolean removeUpTo(ChatId chat, long seq) {
    removeUpTo.update(chat.value(), seq);
    if (isLeft.exists(chat.value(), seq)) {
      return true;
    }
    blank.update(chat.value());
    return false;
  }

  /// The entry that a result set stands on.
  static Entry read(ResultSet row) throws SQLException {
    return new Entry(
        new ChatId(row.getLong(1)),
        row.getLong(2),
        Instant.ofEpochMilli(row.getLong(6)),
        new UserId(row.getLong(4)),
        sendId(row.getBytes(5)),
        action(row));
  }

  private static @Nullable SendId sendId(byte @Nullable [] stored) {
    return stored == null ? null : Codes.sendId(stored);
  }

  private static Action action(ResultSet row) throws SQLException {
    int kind = row.getInt(3);
    return switch (kind) {
      case Codes.POST ->
          new Action.Post(new Content.Text(row.getString(BODY)), row.getLong(8), forwarded(row));
      case Codes.ERASED_POST ->
          new Action.Post(new Content.Erased(), row.getLong(8), forwarded(row));
      case Codes.STANDS_ALONE, Codes.TARGETED -> parse(Actions.ACTION, row.getString(BODY));
      default -> throw new IllegalStateException("no entry has the kind " + kind);
    };
  }

  private static @Nullable Forwarded forwarded(ResultSet row) throws SQLException {
    long author = row.getLong(9);
    return author == 0 ? null : new Forwarded(new UserId(author), null);
  }

  /// Reads JSON that this file holds.
  static <T> T parse(JsonType<T> type, String json) {
    try {
      return type.fromJson(json);
    } catch (CodecException broken) {
      throw new IllegalStateException("the file holds what nobody wrote", broken);
    }
  }

  /// A place in a log, and when it was taken.
  record Place(long seq, Instant at) {}
}

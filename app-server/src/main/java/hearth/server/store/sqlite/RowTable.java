package hearth.server.store.sqlite;

import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.Content;
import hearth.protocol.Entry;
import hearth.protocol.Row;
import hearth.protocol.json.Values;
import hearth.sqlite.Query;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The table `row_state`: what rows have become that an action has changed. Every other row is its
/// entry. Confined to the thread that holds the connection.
final class RowTable {
  private static final int STATE = EntryTable.COLUMN_COUNT + 1;

  /// What a row takes beside its text and reactions, in characters.
  private static final int FRAME = 200;

  /// What one reaction takes, in characters.
  private static final int REACTION = 12;

  private final ReactionTable reactions;
  private final Query one;
  private final Query before;
  private final Query from;
  private final Query newestMessage;
  private final Query put;
  private final Query removeUpTo;

  RowTable(Connection connection) {
    reactions = new ReactionTable(connection);
    String select =
        "SELECT "
            + EntryTable.COLUMNS
            + """
            , row_state.row
            FROM entry LEFT JOIN row_state
              ON row_state.chat = entry.chat AND row_state.seq = entry.seq
            WHERE entry.chat = ? AND entry.target IS NULL AND\
            """;
    one = new Query(connection, select + " entry.seq = ?");
    before = new Query(connection, select + " entry.seq < ? ORDER BY entry.seq DESC LIMIT ?");
    from = new Query(connection, select + " entry.seq >= ? ORDER BY entry.seq LIMIT ?");
    newestMessage =
        new Query(
            connection,
            select
                + " entry.kind IN ("
                + Codes.POST
                + ", "
                + Codes.ERASED_POST
                + ") ORDER BY entry.seq DESC LIMIT 1");
    removeUpTo = new Query(connection, "DELETE FROM row_state WHERE chat = ? AND seq <= ?");
    put =
        new Query(
            connection,
            """
            INSERT INTO row_state (chat, seq, row) VALUES (?, ?, ?)
            ON CONFLICT (chat, seq) DO UPDATE SET row = excluded.row\
            """);
  }

  Optional<Row> one(ChatId chat, long seq) {
    return one.first(this::read, chat.value(), seq);
  }

  /// The newest rows before a seq, newest first.
  SizeLimit<Row> before(ChatId chat, long seq, int limit, int characters) {
    return page(before, characters, chat.value(), seq, limit);
  }

  /// The oldest rows from a seq on, oldest first.
  SizeLimit<Row> from(ChatId chat, long seq, int limit, int characters) {
    return page(from, characters, chat.value(), seq, limit);
  }

  private SizeLimit<Row> page(Query query, int characters, Object... arguments) {
    SizeLimit<Row> page = new SizeLimit<>(characters);
    query.visit(
        result -> {
          Row row = read(result);
          return page.add(row, size(row));
        },
        arguments);
    return page;
  }

  Optional<Row> newestMessage(ChatId chat) {
    return newestMessage.first(this::read, chat.value());
  }

  /// Keeps what a row has become by its last entry.
  void put(Row row, Entry by) {
    Row kept = new Row(row.entry(), row.changed(), row.editedAt(), List.of());
    put.update(row.chat().value(), row.seq(), Values.ROW.toJson(kept));
    if (by.action() instanceof Action.React react) {
      reactions.put(by, react);
    }
    if (row.erased()) {
      reactions.removeAll(row.chat(), row.seq());
    }
  }

  /// Forgets what the rows of a deleted chat had become.
  void removeUpTo(ChatId chat, long seq) {
    removeUpTo.update(chat.value(), seq);
    reactions.removeUpTo(chat, seq);
  }

  private Row read(ResultSet result) throws SQLException {
    String state = result.getString(STATE);
    if (state == null) {
      return Row.of(EntryTable.read(result));
    }
    Row kept = EntryTable.parse(Values.ROW, state);
    return new Row(
        kept.entry(), kept.changed(), kept.editedAt(), reactions.of(kept.chat(), kept.seq()));
  }

  /// About how many characters a row takes as JSON.
  static int size(Row row) {
    int users = row.reactions().stream().mapToInt(reaction -> reaction.users().size()).sum();
    return FRAME + contentSize(row.content(), row) + users * REACTION;
  }

  private static int contentSize(@Nullable Content content, Row row) {
    return switch (content) {
      case Content.Text(String text) -> text.length();
      case Content.Unknown(String _, String raw) -> raw.length();
      case Content.Erased _ -> 0;
      case null ->
          row.entry().action() instanceof Action.AddMembers(List<?> added)
              ? added.size() * REACTION
              : 0;
    };
  }
}

package hearth.server.store.sqlite;

import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.Content;
import hearth.protocol.Entry;
import hearth.protocol.Row;
import hearth.sqlite.Query;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The table `row_state`: what rows have become that an action has changed. Every other row is its
/// entry. Confined to the thread that holds the connection.
final class RowTable {
  private static final int CHANGED = EntryTable.COLUMN_COUNT + 1;
  private static final int EDITED_AT = CHANGED + 1;
  private static final int TEXT = CHANGED + 2;

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

  RowTable(Connection connection) {
    reactions = new ReactionTable(connection);
    String select =
        "SELECT "
            + EntryTable.COLUMNS
            + """
            , row_state.changed, row_state.edited_at, row_state.text
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
    put =
        new Query(
            connection,
            """
            INSERT INTO row_state (chat, seq, changed, edited_at, text) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (chat, seq) DO UPDATE
            SET changed = excluded.changed, edited_at = excluded.edited_at, text = excluded.text\
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

  /// Keeps what a row has become.
  void put(Row row, Entry by) {
    String text = row.content() instanceof Content.Text(String now) ? now : null;
    Instant editedAt = row.editedAt();
    put.update(
        row.chat().value(),
        row.seq(),
        row.changed(),
        editedAt == null ? null : editedAt.toEpochMilli(),
        editedAt == null ? null : text);
    switch (by.action()) {
      case Action.React react -> reactions.put(by, react);
      case Action.Delete _ -> reactions.removeAll(row.chat(), row.seq());
      case Action.Edit _,
          Action.Post _,
          Action.AddMembers _,
          Action.RemoveMember _,
          Action.SetRole _,
          Action.SetSlowMode _,
          Action.Unknown _ -> {}
    }
  }

  private Row read(ResultSet result) throws SQLException {
    Entry entry = EntryTable.read(result);
    long changed = result.getLong(CHANGED);
    if (changed == 0) {
      return Row.of(entry);
    }
    long edited = result.getLong(EDITED_AT);
    String text = result.getString(TEXT);
    return new Row(
        text == null ? entry : holding(entry, text),
        changed,
        edited == 0 ? null : Instant.ofEpochMilli(edited),
        reactions.of(entry.chat(), entry.seq()));
  }

  private static Entry holding(Entry entry, String text) {
    if (!(entry.action() instanceof Action.Post post)) {
      return entry;
    }
    return new Entry(
        entry.chat(),
        entry.seq(),
        entry.at(),
        entry.author(),
        entry.sendId(),
        new Action.Post(new Content.Text(text), post.replyTo()));
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

package hearth.server.store.sqlite;

import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.Entry;
import hearth.protocol.Reaction;
import hearth.protocol.UserId;
import hearth.sqlite.Query;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The table `reaction`. `place` is the seq of the reaction, `emoji_place` that of the first one
/// with the same emoji, which keeps its place while anybody has it. Confined to the thread that
/// holds the connection.
final class ReactionTable {
  private final Query of;
  private final Query add;
  private final Query remove;
  private final Query removeAll;
  private final Query removeUpTo;

  ReactionTable(Connection connection) {
    of =
        new Query(
            connection,
            """
            SELECT emoji, user FROM reaction WHERE chat = ? AND seq = ?
            ORDER BY emoji_place, place\
            """);
    add =
        new Query(
            connection,
            """
            INSERT INTO reaction (chat, seq, emoji, user, place, emoji_place)
            VALUES (?1, ?2, ?3, ?4, ?5, coalesce(
              (SELECT min(emoji_place) FROM reaction WHERE chat = ?1 AND seq = ?2 AND emoji = ?3),
              ?5))\
            """);
    remove =
        new Query(
            connection,
            "DELETE FROM reaction WHERE chat = ? AND seq = ? AND emoji = ? AND user = ?");
    removeAll = new Query(connection, "DELETE FROM reaction WHERE chat = ? AND seq = ?");
    removeUpTo = new Query(connection, "DELETE FROM reaction WHERE chat = ? AND seq <= ?");
  }

  List<Reaction> of(ChatId chat, long seq) {
    Map<String, List<UserId>> users = new LinkedHashMap<>();
    of.visit(
        row ->
            users
                .computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                .add(new UserId(row.getLong(2))),
        chat.value(),
        seq);
    List<Reaction> all = new ArrayList<>();
    users.forEach((emoji, who) -> all.add(new Reaction(emoji, who)));
    return all;
  }

  /// Sets or takes back a reaction that is not as wanted yet.
  void put(Entry entry, Action.React react) {
    long chat = entry.chat().value();
    long user = entry.author().value();
    if (react.on()) {
      add.update(chat, react.target(), react.emoji(), user, entry.seq());
    } else {
      remove.update(chat, react.target(), react.emoji(), user);
    }
  }

  void removeUpTo(ChatId chat, long seq) {
    removeUpTo.update(chat.value(), seq);
  }

  void removeAll(ChatId chat, long seq) {
    removeAll.update(chat.value(), seq);
  }
}

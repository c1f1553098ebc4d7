package hearth.server.store.sqlite;

import hearth.protocol.ChatId;
import hearth.protocol.Preferences;
import hearth.protocol.UserId;
import hearth.protocol.json.Values;
import hearth.sqlite.Query;
import java.sql.Connection;

/// The table `preference`: what people have set for themselves in their chats. Confined to the
/// thread that holds the connection.
final class PreferenceTable {
  private final Query of;
  private final Query put;
  private final Query remove;
  private final Query removeAll;

  PreferenceTable(Connection connection) {
    of = new Query(connection, "SELECT value FROM preference WHERE user = ? AND chat = ?");
    put =
        new Query(
            connection,
            """
            INSERT INTO preference (user, chat, value) VALUES (?, ?, ?)
            ON CONFLICT (user, chat) DO UPDATE SET value = excluded.value\
            """);
    remove = new Query(connection, "DELETE FROM preference WHERE user = ? AND chat = ?");
    removeAll = new Query(connection, "DELETE FROM preference WHERE chat = ?");
  }

  Preferences of(ChatId chat, UserId user) {
    return of.first(
            row -> EntryTable.parse(Values.PREFERENCES, row.getString(1)),
            user.value(),
            chat.value())
        .orElse(Preferences.NONE);
  }

  void put(ChatId chat, UserId user, Preferences preferences) {
    if (preferences.equals(Preferences.NONE)) {
      remove(chat, user);
    } else {
      put.update(user.value(), chat.value(), Values.PREFERENCES.toJson(preferences));
    }
  }

  void remove(ChatId chat, UserId user) {
    remove.update(user.value(), chat.value());
  }

  void removeAll(ChatId chat) {
    removeAll.update(chat.value());
  }
}

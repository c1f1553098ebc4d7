package hearth.client.store.sqlite;

import hearth.protocol.ChatId;
import java.util.HashMap;
import java.util.Map;

/// What the person has begun to write. Holds no state.
final class DraftTable {
  private DraftTable() {}

  static Map<ChatId, String> all(ClientDatabase sql) {
    Map<ChatId, String> drafts = new HashMap<>();
    sql.list(
        "SELECT chat, text FROM draft",
        row -> drafts.put(new ChatId(row.getLong(1)), row.getString(2)) == null);
    return drafts;
  }

  static void save(ClientDatabase sql, ChatId chat, String draft) {
    if (draft.isEmpty()) {
      sql.update("DELETE FROM draft WHERE chat = ?", chat.value());
    } else {
      sql.update("INSERT OR REPLACE INTO draft(chat, text) VALUES (?, ?)", chat.value(), draft);
    }
  }
}

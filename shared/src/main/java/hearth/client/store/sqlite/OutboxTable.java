package hearth.client.store.sqlite;

import hearth.client.store.Pending;
import hearth.protocol.ChatId;
import hearth.protocol.Fault;
import hearth.protocol.SendId;
import hearth.protocol.json.Actions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/// What waits to be sent. Holds no state.
final class OutboxTable {
  static final String SELECT = "SELECT chat, send_id, at, json, fault, place FROM action";

  /// The column that the order is in.
  static final int PLACE = 6;

  private OutboxTable() {}

  static Pending read(ResultSet row) throws SQLException {
    int fault = row.getInt(5);
    return new Pending(
        new ChatId(row.getLong(1)),
        SendId.parse(row.getString(2)),
        Instant.ofEpochMilli(row.getLong(3)),
        StoredJson.read(Actions.ACTION, row.getString(4)),
        fault == 0 ? null : Fault.ofCode(fault).orElse(Fault.UNKNOWN));
  }

  /// A fault of a newer version has no code here, and is kept as a failure of this one's own.
  static void save(ClientDatabase sql, Pending pending) {
    Fault failure = pending.failure();
    int code = failure == null ? 0 : failure.code();
    sql.update(
        "INSERT INTO action(send_id, chat, at, json, fault) VALUES (?, ?, ?, ?, ?)"
            + " ON CONFLICT(send_id) DO UPDATE SET fault = excluded.fault",
        pending.sendId().toString(),
        pending.chat().value(),
        pending.at().toEpochMilli(),
        Actions.ACTION.toJson(pending.action()),
        failure != null && code == 0 ? Fault.INTERNAL.code() : code);
  }
}

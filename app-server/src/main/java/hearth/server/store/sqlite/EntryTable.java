package hearth.server.store.sqlite;

import hearth.protocol.ChatId;
import hearth.protocol.Event;
import hearth.protocol.Event.MembersAdded;
import hearth.protocol.Event.MessagePosted;
import hearth.protocol.Event.SlowModeSet;
import hearth.protocol.Message;
import hearth.protocol.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Reads rows of the table `entry`. Holds no state.
final class EntryTable {
  /// The columns that [#read] expects, in order.
  static final String COLUMNS = "chat, seq, kind, author, send_id, at, body";

  private EntryTable() {}

  static Event.Logged read(ResultSet row) throws SQLException {
    int kind = row.getInt(3);
    return switch (kind) {
      case Codes.POST -> new MessagePosted(message(row));
      case Codes.MEMBERS_ADDED ->
          new MembersAdded(
              new ChatId(row.getLong(1)),
              row.getLong(2),
              Instant.ofEpochMilli(row.getLong(6)),
              new UserId(row.getLong(4)),
              members(row.getString(7)));
      case Codes.SLOW_MODE_SET ->
          new SlowModeSet(
              new ChatId(row.getLong(1)),
              row.getLong(2),
              Instant.ofEpochMilli(row.getLong(6)),
              new UserId(row.getLong(4)),
              row.getInt(7));
      default -> throw new IllegalStateException("no entry has the kind " + kind);
    };
  }

  static Message message(ResultSet row) throws SQLException {
    return new Message(
        new ChatId(row.getLong(1)),
        row.getLong(2),
        new UserId(row.getLong(4)),
        Codes.sendId(row.getBytes(5)),
        Instant.ofEpochMilli(row.getLong(6)),
        row.getString(7));
  }

  static String body(List<UserId> members) {
    return members.stream().map(user -> "" + user.value()).collect(Collectors.joining(" "));
  }

  private static List<UserId> members(String body) {
    return Arrays.stream(body.split(" ", -1)).map(Long::valueOf).map(UserId::new).toList();
  }
}

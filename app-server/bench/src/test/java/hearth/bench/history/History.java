package hearth.bench.history;

import hearth.protocol.ChatId;
import hearth.protocol.Entry;
import hearth.protocol.Markers;
import hearth.protocol.Notification;
import hearth.protocol.Row;
import hearth.protocol.UserId;
import java.util.List;

/// What happened in one chat, and what the server says of it in the end. Immutable.
///
/// @param operations in the order of their beginning
/// @param heard in the order of their coming
/// @param kills the ticks at which the server was killed
public record History(
    ChatId chat, List<Operation> operations, List<Heard> heard, List<Long> kills, Truth truth) {
  public History {
    operations = List.copyOf(operations);
    heard = List.copyOf(heard);
    kills = List.copyOf(kills);
  }

  /// A notification that a client was told.
  ///
  /// @param connection which of all connections
  public record Heard(int connection, UserId client, Notification notification) {}

  /// The chat as it is read when all is over.
  public record Truth(List<Entry> log, List<Row> rows, Markers markers) {
    public Truth {
      log = List.copyOf(log);
      rows = List.copyOf(rows);
    }
  }
}

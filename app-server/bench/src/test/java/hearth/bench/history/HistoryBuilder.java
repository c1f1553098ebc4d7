package hearth.bench.history;

import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.Entry;
import hearth.protocol.Fault;
import hearth.protocol.Marker;
import hearth.protocol.Markers;
import hearth.protocol.Notification;
import hearth.protocol.Request;
import hearth.protocol.Request.Append;
import hearth.protocol.Response;
import hearth.protocol.Response.Appended;
import hearth.protocol.Row;
import hearth.protocol.SendId;
import hearth.protocol.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes a history down, sound unless a test spoils it. Each call is a tick later than the last.
/// Confined to the test's thread.
final class HistoryBuilder {
  static final ChatId CHAT = new ChatId(1);
  static final UserId ANN = new UserId(1);
  static final UserId BEN = new UserId(2);

  final List<Entry> log = new ArrayList<>();
  final List<Operation> operations = new ArrayList<>();
  final List<History.Heard> heard = new ArrayList<>();
  final List<Long> kills = new ArrayList<>();
  final Map<UserId, Marker> markers = new HashMap<>();
  private @Nullable List<Row> rows;
  private long ticks;
  private long ids;

  long tick() {
    return ++ticks;
  }

  Append request(Action action) {
    return new Append(CHAT, new SendId(new UUID(7, ++ids)), action);
  }

  static Entry entry(long seq, UserId author, Append request) {
    Instant at = Instant.ofEpochMilli(1_000 + seq);
    return new Entry(CHAT, seq, at, author, request.sendId(), request.action());
  }

  /// Appended to the log and answered.
  Entry append(UserId author, Action action) {
    Append request = request(action);
    long began = tick();
    Entry entry = stored(author, request);
    answered(author, request, appended(entry.seq()), began);
    return entry;
  }

  Entry stored(UserId author, Append request) {
    Entry entry = entry(log.size() + 1, author, request);
    log.add(entry);
    return entry;
  }

  static Appended appended(long seq) {
    return new Appended(CHAT, seq, Instant.ofEpochMilli(1_000 + seq));
  }

  void answered(UserId client, Request request, Response response) {
    answered(client, request, response, tick());
  }

  void answered(UserId client, Request request, Response response, long began) {
    operations.add(new Operation(client, request, began, tick(), new Operation.Answered(response)));
  }

  void refused(UserId client, Request request, Fault fault) {
    operations.add(new Operation(client, request, tick(), tick(), new Operation.Refused(fault)));
  }

  void unknown(UserId client, Request request) {
    operations.add(new Operation(client, request, tick(), Long.MAX_VALUE, new Operation.Unknown()));
  }

  void told(int connection, Notification notification) {
    heard.add(new History.Heard(connection, BEN, notification));
  }

  void told(int connection, Entry entry) {
    told(connection, new Notification.EntryAppended(entry));
  }

  /// In the end the rows are these, whatever the log says.
  void rowsAre(List<Row> others) {
    rows = others;
  }

  History build() {
    History.Truth noRows =
        new History.Truth(log, List.of(), new Markers(0, List.copyOf(markers.values())));
    History bare = new History(CHAT, operations, heard, kills, noRows);
    WrittenLog written = new WrittenLog(bare);
    List<Row> last = rows == null ? written.rowsAt(written.head()) : rows;
    return new History(
        CHAT, operations, heard, kills, new History.Truth(log, last, noRows.markers()));
  }

  List<Anomaly.Kind> anomalies() {
    return HistoryChecker.check(build()).stream().map(Anomaly::kind).distinct().toList();
  }
}

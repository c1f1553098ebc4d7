package hearth.bench.history;

import hearth.bench.history.Anomaly.Kind;
import hearth.protocol.Action;
import hearth.protocol.Entry;
import hearth.protocol.Page;
import hearth.protocol.Request.Append;
import hearth.protocol.Request.CatchUp;
import hearth.protocol.Request.FetchHistory;
import hearth.protocol.Request.Side;
import hearth.protocol.Response.Appended;
import hearth.protocol.Response.Entries;
import hearth.protocol.Response.History;
import hearth.protocol.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Judges the answers to catch-up and history: what they show is in the log, without gaps, and
/// includes all that had been answered before they were asked for. Confined to the thread that made
/// it.
final class ReadingCheck {
  private final hearth.bench.history.History history;
  private final WrittenLog log;
  private final Acknowledged acknowledged;
  private final Map<Long, Long> deletedAt = new HashMap<>();

  ReadingCheck(hearth.bench.history.History history, WrittenLog log, Acknowledged acknowledged) {
    this.history = history;
    this.log = log;
    this.acknowledged = acknowledged;
    for (Operation operation : history.operations()) {
      if (operation.request() instanceof Append append
          && append.action() instanceof Action.Delete(long target)
          && operation.answer(Appended.class).isPresent()) {
        deletedAt.merge(target, operation.ended(), Math::min);
      }
    }
  }

  void check(List<Anomaly> found) {
    for (Operation operation : history.operations()) {
      if (operation.request() instanceof CatchUp request) {
        operation
            .answer(Entries.class)
            .ifPresent(answer -> checkEntries(operation, request, answer, found));
      } else if (operation.request() instanceof FetchHistory request) {
        operation
            .answer(History.class)
            .ifPresent(answer -> checkPage(operation, request, answer.page(), found));
      }
    }
  }

  private void checkEntries(
      Operation operation, CatchUp request, Entries answer, List<Anomaly> found) {
    long last = request.after();
    for (Entry entry : answer.entries()) {
      if (entry.seq() != last + 1) {
        found.add(new Anomaly(Kind.MISSED, entry.seq() + " is caught up after " + last));
      }
      last = entry.seq();
      if (!log.holds(entry)) {
        found.add(new Anomaly(Kind.DIFFERS, "caught up: " + entry));
      } else if (log.isErased(entry)
          && entry.equals(log.entry(entry.seq()))
          && deletedAt.getOrDefault(message(entry), Long.MAX_VALUE) < operation.began()) {
        found.add(new Anomaly(Kind.STALE, "deleted before: " + entry));
      }
    }
    if (!answer.more()) {
      checkFresh(operation, last, Long.MAX_VALUE, found);
    }
  }

  private static long message(Entry entry) {
    return entry.standsAlone() ? entry.seq() : entry.target();
  }

  private void checkPage(
      Operation operation, FetchHistory request, Page page, List<Anomaly> found) {
    long known = acknowledged.before(operation.began(), null);
    Map<Long, Row> rows = new HashMap<>();
    page.rows().forEach(row -> rows.put(row.seq(), row));
    for (long seq : log.rowsBetween(page.from(), page.to())) {
      Row row = rows.remove(seq);
      if (row == null) {
        found.add(new Anomaly(Kind.MISSED, "no row " + seq + " in a page to " + page.to()));
      } else if (!row.equals(log.row(seq, row.changed()))) {
        found.add(new Anomaly(Kind.DIFFERS, row + " instead of " + log.row(seq, row.changed())));
      } else if (row.changed() < log.changed(seq, known)) {
        long own = acknowledged.before(operation.began(), operation.client());
        boolean mine = row.changed() < log.changed(seq, own);
        found.add(new Anomaly(mine ? Kind.READ_YOUR_WRITES : Kind.STALE, row.toString()));
      }
    }
    rows.values().forEach(row -> found.add(new Anomaly(Kind.DIFFERS, "no row of the log: " + row)));
    if (request.side() == Side.BEFORE) {
      checkFresh(operation, page.to(), request.seq() - 1, found);
    }
  }

  /// @param reached how far the answer goes
  /// @param asked how far it was asked to go at most
  private void checkFresh(Operation operation, long reached, long asked, List<Anomaly> found) {
    long own = acknowledged.before(operation.began(), operation.client());
    long any = acknowledged.before(operation.began(), null);
    if (reached < Math.min(own, asked)) {
      found.add(new Anomaly(Kind.READ_YOUR_WRITES, "read to " + reached + ", wrote " + own));
    } else if (reached < Math.min(any, asked)) {
      found.add(new Anomaly(Kind.STALE, "read to " + reached + ", answered was " + any));
    }
  }
}

package hearth.bench.history;

import hearth.bench.history.Anomaly.Kind;
import hearth.bench.history.Operation.Answered;
import hearth.bench.history.Operation.Refused;
import hearth.protocol.Action;
import hearth.protocol.Entry;
import hearth.protocol.Fault;
import hearth.protocol.Request;
import hearth.protocol.Request.Append;
import hearth.protocol.Request.CreateGroup;
import hearth.protocol.Response.Appended;
import hearth.protocol.Row;
import hearth.protocol.SendId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Compares the log with what was asked and answered, and the rows with the log. Confined to the
/// thread that made it.
final class LogCheck {
  private final History history;
  private final WrittenLog log;
  private final Map<SendId, List<Operation>> asked = new HashMap<>();
  private final Map<SendId, Entry> stored = new HashMap<>();

  LogCheck(History history, WrittenLog log) {
    this.history = history;
    this.log = log;
    for (Operation operation : history.operations()) {
      SendId id = sendId(operation.request());
      if (id != null) {
        asked.computeIfAbsent(id, _ -> new ArrayList<>()).add(operation);
      }
    }
  }

  private static @Nullable SendId sendId(Request request) {
    if (request instanceof Append append) {
      return append.sendId();
    }
    return request instanceof CreateGroup create ? create.sendId() : null;
  }

  void check(List<Anomaly> found) {
    checkSequence(found);
    checkPhantoms(found);
    checkAnswers(found);
    checkOrder(found);
    checkRows(found);
  }

  private void checkSequence(List<Anomaly> found) {
    long last = 0;
    Instant at = Instant.MIN;
    for (Entry entry : history.truth().log()) {
      if (entry.seq() != last + 1) {
        found.add(new Anomaly(Kind.GAP, entry.seq() + " follows " + last));
      }
      if (entry.at().isBefore(at)) {
        found.add(new Anomaly(Kind.TIME_WENT_BACK, entry.seq() + " is older than " + last));
      }
      last = entry.seq();
      at = entry.at();
      SendId id = entry.sendId();
      Entry before = id == null ? null : stored.putIfAbsent(id, entry);
      if (before != null) {
        found.add(new Anomaly(Kind.DUPLICATE, entry.seq() + " and " + before.seq()));
      }
    }
  }

  private void checkPhantoms(List<Anomaly> found) {
    stored.forEach(
        (id, entry) -> {
          List<Operation> operations = asked.getOrDefault(id, List.of());
          Entry written = Objects.requireNonNull(log.entry(entry.seq()));
          boolean wanted =
              operations.stream()
                  .filter(operation -> operation.client().equals(entry.author()))
                  .filter(operation -> isFor(operation, written.action()))
                  .anyMatch(this::mayBeStored);
          if (!wanted) {
            found.add(new Anomaly(Kind.PHANTOM, entry.toString()));
          }
        });
  }

  private boolean isFor(Operation operation, Action stored) {
    return operation.request() instanceof Append(var chat, SendId _, Action wanted)
        ? chat.equals(history.chat()) && wanted.equals(stored)
        : stored instanceof Action.AddMembers;
  }

  /// A disk that fails may still have taken what it refused; that shows only if the server dies
  /// before it writes the next.
  private boolean mayBeStored(Operation operation) {
    return switch (operation.outcome()) {
      case Answered _, Operation.Unknown _ -> true;
      case Refused(Fault fault) ->
          fault == Fault.STORE_FAILED
              && history.kills().stream().anyMatch(kill -> kill > operation.began());
    };
  }

  private void checkAnswers(List<Anomaly> found) {
    asked.forEach(
        (id, operations) -> {
          for (Operation operation : operations) {
            Appended answer = operation.answer(Appended.class).orElse(null);
            if (answer != null && !isThere(id, answer.seq(), operation)) {
              found.add(new Anomaly(Kind.LOST, operation.toString()));
            }
          }
        });
  }

  /// What changes nothing makes no entry; its answer names one of the same target.
  private boolean isThere(SendId id, long seq, Operation operation) {
    Entry mine = stored.get(id);
    if (mine != null) {
      return mine.seq() == seq;
    }
    Entry other = log.entry(seq);
    return other != null
        && operation.request() instanceof Append(var _, SendId _, Action.Targeted action)
        && (other.target() == action.target() || other.seq() == action.target());
  }

  /// Whoever began after another was answered comes after it.
  private void checkOrder(List<Anomaly> found) {
    List<Span> spans = new ArrayList<>();
    stored.forEach(
        (id, entry) -> {
          List<Operation> operations = asked.getOrDefault(id, List.of());
          long began = operations.stream().mapToLong(Operation::began).min().orElse(0);
          long ended =
              operations.stream()
                  .filter(operation -> operation.outcome() instanceof Answered)
                  .mapToLong(Operation::ended)
                  .min()
                  .orElse(Long.MAX_VALUE);
          spans.add(new Span(began, ended, entry.seq()));
        });
    List<Span> byEnd = new ArrayList<>(spans);
    byEnd.sort(Comparator.comparingLong(Span::ended));
    spans.sort(Comparator.comparingLong(Span::began));
    int next = 0;
    long highest = 0;
    for (Span span : spans) {
      while (byEnd.get(next).ended < span.began) {
        highest = Math.max(highest, byEnd.get(next).seq);
        next++;
      }
      if (highest > span.seq) {
        found.add(new Anomaly(Kind.ORDER, span.seq + " began after " + highest + " was answered"));
      }
    }
  }

  private void checkRows(List<Anomaly> found) {
    Map<Long, Row> rows = new HashMap<>();
    history.truth().rows().forEach(row -> rows.put(row.seq(), row));
    for (long seq : log.rowsBetween(1, log.head())) {
      Row expected = log.row(seq, log.head());
      Row row = rows.remove(seq);
      if (!Objects.equals(expected, row)) {
        found.add(new Anomaly(Kind.ROW_DIFFERS, row + " instead of " + expected));
      }
    }
    rows.values()
        .forEach(row -> found.add(new Anomaly(Kind.ROW_DIFFERS, "made of nothing: " + row)));
  }

  /// From the first time that an action was sent to its first answer.
  private record Span(long began, long ended, long seq) {}
}

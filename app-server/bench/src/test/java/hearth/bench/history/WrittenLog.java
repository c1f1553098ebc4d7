package hearth.bench.history;

import hearth.protocol.Action;
import hearth.protocol.Content;
import hearth.protocol.Entry;
import hearth.protocol.Request.Append;
import hearth.protocol.Row;
import hearth.protocol.SendId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The log of a chat as it was written: what was erased later is put back from the requests, so
/// that what somebody saw before can be compared. Immutable.
final class WrittenLog {
  private final Map<Long, Entry> entries = new HashMap<>();
  private final Set<Long> erased = new HashSet<>();
  private final Map<Long, TreeMap<Long, Row>> rows = new TreeMap<>();
  private final long head;

  WrittenLog(History history) {
    Map<SendId, Action> asked = new HashMap<>();
    for (Operation operation : history.operations()) {
      if (operation.request() instanceof Append append) {
        asked.put(append.sendId(), append.action());
      }
    }
    long highest = 0;
    for (Entry entry : history.truth().log()) {
      SendId id = entry.sendId();
      Entry written = id == null ? entry : written(entry, asked.get(id));
      entries.put(entry.seq(), written);
      fold(written);
      highest = Math.max(highest, entry.seq());
    }
    head = highest;
  }

  private static Entry written(Entry entry, @Nullable Action asked) {
    boolean blank =
        switch (entry.action()) {
          case Action.Post(Content.Erased _, long _, var _) -> asked instanceof Action.Post;
          case Action.Edit(long _, Content.Erased _) -> asked instanceof Action.Edit;
          default -> false;
        };
    return blank && asked != null
        ? new Entry(entry.chat(), entry.seq(), entry.at(), entry.author(), entry.sendId(), asked)
        : entry;
  }

  private void fold(Entry entry) {
    if (entry.standsAlone()) {
      rows.put(entry.seq(), new TreeMap<>(Map.of(entry.seq(), Row.of(entry))));
      return;
    }
    TreeMap<Long, Row> states = rows.get(entry.target());
    if (states != null) {
      states.put(entry.seq(), Objects.requireNonNull(states.lastEntry()).getValue().after(entry));
    }
    if (entry.action() instanceof Action.Delete(long target)) {
      erased.add(target);
    }
  }

  long head() {
    return head;
  }

  @Nullable Entry entry(long seq) {
    return entries.get(seq);
  }

  /// Whether an entry is the one that the log has at its seq; it may have been seen before its
  /// content was erased, or after.
  boolean holds(Entry seen) {
    Entry written = entries.get(seen.seq());
    return written != null
        && (seen.equals(written) || (isErased(written) && seen.equals(blank(written))));
  }

  /// Whether the content of an entry was erased by the end.
  boolean isErased(Entry entry) {
    long message =
        entry.action() instanceof Action.Edit(long target, Content _) ? target : entry.seq();
    return erased.contains(message);
  }

  private static Entry blank(Entry entry) {
    Content nothing = new Content.Erased();
    Action action =
        switch (entry.action()) {
          case Action.Post(Content _, long replyTo, var _) -> new Action.Post(nothing, replyTo);
          case Action.Edit(long target, Content _) -> new Action.Edit(target, nothing);
          case Action other -> other;
        };
    return new Entry(entry.chat(), entry.seq(), entry.at(), entry.author(), entry.sendId(), action);
  }

  /// The row that stands at a seq after the log's entries up to another; null if there is none.
  @Nullable Row row(long seq, long upTo) {
    TreeMap<Long, Row> states = rows.get(seq);
    Map.Entry<Long, Row> state = states == null ? null : states.floorEntry(upTo);
    return state == null ? null : state.getValue();
  }

  /// All rows as they are after the log's entries up to a seq.
  List<Row> rowsAt(long seq) {
    List<Row> found = new ArrayList<>();
    for (TreeMap<Long, Row> states : rows.values()) {
      Map.Entry<Long, Row> state = states.floorEntry(seq);
      if (state != null) {
        found.add(state.getValue());
      }
    }
    return found;
  }

  /// The seqs of the rows in a stretch of the log.
  List<Long> rowsBetween(long from, long to) {
    List<Long> found = new ArrayList<>();
    for (long seq : rows.keySet()) {
      if (seq >= from && seq <= to) {
        found.add(seq);
      }
    }
    return found;
  }

  /// The last entry that touched a row, no later than a seq; 0 for none.
  long changed(long seq, long upTo) {
    TreeMap<Long, Row> states = rows.get(seq);
    Long last = states == null ? null : states.floorKey(upTo);
    return last == null ? 0 : last;
  }
}

package hearth.client.model;

import hearth.client.model.TimelineRow.Quote;
import hearth.client.store.Pending;
import hearth.protocol.Action;
import hearth.protocol.Blocked;
import hearth.protocol.Entry;
import hearth.protocol.Row;
import hearth.protocol.UserId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One open chat as the person sees it: a fold of a stretch of its rows, the rows that they quote,
/// and what waits on this device. [#rows] is a function of these alone, so it does not matter in
/// which order they came. Confined to the client thread.
final class Timeline {
  /// Most rows that are held; the end that is further away from where the person is gives way, and
  /// is had again on the way back.
  static final int ROWS = 1_000;

  /// Rows over it until some give way, so that not each new one moves all.
  static final int SLACK = 200;

  /// Stands for the end of the log where a seq is expected.
  static final long END = Long.MAX_VALUE;

  private final UserId me;
  private final @Nullable Blocked blocked;
  private final long end;
  private final TreeMap<Long, Row> rows = new TreeMap<>();
  private final Map<Long, Row> quoted = new HashMap<>();
  private List<Pending> pending = List.of();
  private long from = 1;
  private long to;
  private long place = END;
  private boolean reachesLast;

  Timeline(UserId me) {
    this(me, null);
  }

  /// A timeline that ends where a block began: nothing later is held, and what its author has
  /// edited since then is not shown.
  Timeline(UserId me, @Nullable Blocked blocked) {
    this.me = me;
    this.blocked = blocked;
    end = blocked == null ? END : blocked.after();
    reachesLast = blocked == null;
  }

  /// The last seq that it may ever have.
  long end() {
    return end;
  }

  /// Begins again with another stretch of the log.
  ///
  /// @param reachesLast whether what is appended to the log from now on continues it
  void reset(long fromSeq, long toSeq, Collection<Row> stretch, boolean reachesLast) {
    rows.clear();
    from = fromSeq;
    to = Math.min(toSeq, end);
    place = reachesLast ? END : to;
    this.reachesLast = reachesLast && end == END;
    stretch.stream().filter(this::isHeld).forEach(row -> rows.put(row.seq(), row));
  }

  private boolean isHeld(Row row) {
    return row.seq() <= end;
  }

  /// The person is at a row, or at [#END].
  void at(long seq) {
    place = seq;
  }

  /// Adds a stretch that touches this one at either end.
  ///
  /// @return false where it does not touch it; nothing was changed then
  boolean extend(long fromSeq, long toSeq, Collection<Row> stretch) {
    if (fromSeq > to + 1 || toSeq < from - 1) {
      return false;
    }
    for (Row row : stretch.stream().filter(this::isHeld).toList()) {
      rows.merge(row.seq(), row, (a, b) -> a.changed() >= b.changed() ? a : b);
    }
    place = fromSeq < from ? from : to;
    from = Math.min(from, fromSeq);
    to = Math.max(to, Math.min(toSeq, end));
    trim();
    return true;
  }

  private void trim() {
    if (rows.size() <= ROWS + SLACK) {
      return;
    }
    boolean last = place < to && to - place > place - from;
    while (rows.size() > ROWS) {
      if (last) {
        rows.pollLastEntry();
      } else {
        rows.pollFirstEntry();
      }
    }
    if (last) {
      to = rows.lastKey();
      reachesLast = false;
    } else {
      from = rows.firstKey();
    }
  }

  /// From now on what is appended to the log continues this stretch.
  void reachLast() {
    reachesLast = end == END;
  }

  /// Folds in an entry that was appended to the log.
  void append(Entry entry) {
    if (reachesLast && entry.seq() == to + 1) {
      to = entry.seq();
      if (entry.standsAlone()) {
        rows.put(entry.seq(), Row.of(entry));
        trim();
      }
    }
    if (!entry.standsAlone()) {
      rows.computeIfPresent(entry.target(), (_, row) -> row.after(entry));
      quoted.computeIfPresent(entry.target(), (_, row) -> row.after(entry));
    }
  }

  void setPending(List<Pending> now) {
    pending = now;
  }

  /// Keeps rows that others in this stretch quote.
  void quote(Collection<Row> some) {
    for (Row row : some) {
      quoted.merge(row.seq(), row, (a, b) -> a.changed() >= b.changed() ? a : b);
    }
  }

  void forgetQuoted() {
    quoted.clear();
  }

  long from() {
    return from;
  }

  long to() {
    return to;
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  boolean contains(long seq) {
    return seq >= from && seq <= to;
  }

  /// The first row from a seq on, or the last one before it; 0 where there are none.
  long nearest(long seq) {
    Long from = rows.ceilingKey(seq);
    Long before = rows.floorKey(seq);
    return from != null ? from : before != null ? before : 0;
  }

  Change.Reach reach() {
    return new Change.Reach(from <= 1, reachesLast || to >= end);
  }

  /// The seqs of messages that are quoted and not at hand.
  List<Long> missingQuotes() {
    List<Long> missing = new ArrayList<>();
    rows.values().forEach(row -> addMissing(missing, row.entry().action()));
    pending.forEach(waiting -> addMissing(missing, waiting.action()));
    return missing;
  }

  private void addMissing(List<Long> missing, Action action) {
    if (action instanceof Action.Post(_, long replyTo, _)
        && replyTo > 0
        && !rows.containsKey(replyTo)
        && !quoted.containsKey(replyTo)
        && !missing.contains(replyTo)) {
      missing.add(replyTo);
    }
  }

  /// All rows, in order.
  List<TimelineRow> rows() {
    Map<Long, List<Pending>> changes = new HashMap<>();
    List<TimelineRow> unsent = new ArrayList<>();
    for (Pending waiting : pending) {
      if (waiting.target() > 0) {
        changes.computeIfAbsent(waiting.target(), _ -> new ArrayList<>()).add(waiting);
      } else if (waiting.action() instanceof Action.Post post) {
        unsent.add(new TimelineRow.Unsent(waiting, quoteOf(post, changes)));
      }
    }
    List<TimelineRow> all = new ArrayList<>(rows.size() + unsent.size());
    for (Row row : rows.values()) {
      if (isEditedSince(row)) {
        continue;
      }
      Row now = folded(row, changes);
      Quote quote =
          now.entry().action() instanceof Action.Post post ? quoteOf(post, changes) : null;
      all.add(new TimelineRow.Committed(now, quote, changes.containsKey(row.seq())));
    }
    if (reachesLast) {
      all.addAll(unsent);
    }
    return all;
  }

  private @Nullable Quote quoteOf(Action.Post post, Map<Long, List<Pending>> changes) {
    if (post.replyTo() == 0) {
      return null;
    }
    Row row = rows.get(post.replyTo());
    Row known = row != null ? row : quoted.get(post.replyTo());
    return new Quote(
        post.replyTo(), known == null || isEditedSince(known) ? null : folded(known, changes));
  }

  /// Whether somebody who is blocked has written something else into a row since then.
  private boolean isEditedSince(Row row) {
    return blocked != null
        && row.author().equals(blocked.user())
        && row.editedAt() != null
        && !row.editedAt().isBefore(blocked.since());
  }

  private Row folded(Row row, Map<Long, List<Pending>> changes) {
    Row now = row;
    for (Pending waiting : changes.getOrDefault(row.seq(), List.of())) {
      if (waiting.action() instanceof Action.Targeted action) {
        now = now.changedBy(action, me, waiting.at());
      }
    }
    return now;
  }
}

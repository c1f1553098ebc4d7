package hearth.client;

import hearth.client.Change.TimelineReset;
import hearth.client.Change.TimelineSpliced;
import hearth.protocol.ChatId;
import hearth.protocol.Event;
import hearth.protocol.SendId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// One open chat's order: a stretch of its log without gaps, by seq, then the pending tail. Tells
/// every difference as a [Change]. Confined to the client thread.
final class Timeline {
  private final ChatId chat;
  private final Consumer<Change> changes;
  private final List<Event.Logged> entries = new ArrayList<>();
  private final List<Row.Pending> pending = new ArrayList<>();

  Timeline(ChatId chat, Consumer<Change> changes) {
    this.chat = chat;
    this.changes = changes;
  }

  /// Begins anew with this stretch of the log and these pending posts.
  void reset(List<Event.Logged> newest, List<Row.Pending> waiting) {
    entries.clear();
    entries.addAll(newest);
    pending.clear();
    pending.addAll(waiting);
    List<Row> rows = new ArrayList<>(rowsOf(entries));
    rows.addAll(pending);
    changes.accept(new TimelineReset(chat, List.copyOf(rows), complete()));
  }

  /// Whether the chat's first entry is here.
  boolean complete() {
    return !entries.isEmpty() && entries.getFirst().seq() == 1;
  }

  /// The seq of the first entry here; 0 where there is none.
  long low() {
    return entries.isEmpty() ? 0 : entries.getFirst().seq();
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /// Adds entries that follow the last one.
  void append(List<Event.Logged> newer) {
    if (!newer.isEmpty()) {
      int index = entries.size();
      entries.addAll(newer);
      changes.accept(new TimelineSpliced(chat, index, 0, rowsOf(newer)));
    }
  }

  /// Adds entries that precede the first one.
  void prepend(List<Event.Logged> older) {
    if (!older.isEmpty()) {
      entries.addAll(0, older);
      changes.accept(new TimelineSpliced(chat, 0, 0, rowsOf(older)));
    }
  }

  boolean isPending(SendId sendId) {
    return indexOf(sendId) >= 0;
  }

  /// Replaces the pending post that became this entry by it: in one splice where it is the first
  /// that waits, as nearly always, so that its row stays where it is.
  void confirm(SendId sendId, Event.Logged entry) {
    if (indexOf(sendId) == 0) {
      pending.removeFirst();
      entries.add(entry);
      changes.accept(
          new TimelineSpliced(chat, entries.size() - 1, 1, List.of(new Row.Entry(entry))));
    } else {
      remove(sendId);
      append(List.of(entry));
    }
  }

  void add(Row.Pending post) {
    pending.add(post);
    changes.accept(new TimelineSpliced(chat, lastIndex(), 0, List.of(post)));
  }

  void replace(Row.Pending post) {
    int index = indexOf(post.sendId());
    if (index >= 0) {
      pending.set(index, post);
      changes.accept(new TimelineSpliced(chat, entries.size() + index, 1, List.of(post)));
    }
  }

  void remove(SendId sendId) {
    int index = indexOf(sendId);
    if (index >= 0) {
      pending.remove(index);
      changes.accept(new TimelineSpliced(chat, entries.size() + index, 1, List.of()));
    }
  }

  private int indexOf(SendId sendId) {
    for (int i = 0; i < pending.size(); i++) {
      if (pending.get(i).sendId().equals(sendId)) {
        return i;
      }
    }
    return -1;
  }

  private int lastIndex() {
    return entries.size() + pending.size() - 1;
  }

  private static List<Row> rowsOf(List<Event.Logged> entries) {
    return entries.stream().<Row>map(Row.Entry::new).toList();
  }
}

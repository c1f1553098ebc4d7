package hearth.client.model;

import hearth.protocol.ChatId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// The difference of two states of a timeline as splices, so that a row that stays is not touched.
/// A message that was waiting and now stands in the log is replaced in place where nothing came
/// between.
final class Splices {
  private final ChatId chat;
  private final Consumer<Change> changes;
  private final List<TimelineRow> added = new ArrayList<>();
  private int index;
  private int removed;

  private Splices(ChatId chat, Consumer<Change> changes) {
    this.chat = chat;
    this.changes = changes;
  }

  /// Tells what turns `before` into `after`.
  static void tell(
      ChatId chat, List<TimelineRow> before, List<TimelineRow> after, Consumer<Change> changes) {
    new Splices(chat, changes).compare(before, after);
  }

  private void compare(List<TimelineRow> before, List<TimelineRow> after) {
    Set<Object> staying = new HashSet<>();
    after.forEach(row -> staying.add(keyOf(row)));
    int old = 0;
    for (TimelineRow row : after) {
      Object key = keyOf(row);
      while (old < before.size() && !staying.contains(keyOf(before.get(old)))) {
        removed++;
        old++;
      }
      if (old < before.size() && keyOf(before.get(old)).equals(key)) {
        if (before.get(old).equals(row)) {
          flush();
          index++;
        } else {
          removed++;
          added.add(row);
        }
        old++;
      } else {
        added.add(row);
      }
    }
    removed += before.size() - old;
    flush();
  }

  private void flush() {
    if (removed > 0 || !added.isEmpty()) {
      changes.accept(new Change.TimelineSpliced(chat, index, removed, List.copyOf(added)));
      index += added.size();
      added.clear();
      removed = 0;
    }
  }

  private static Object keyOf(TimelineRow row) {
    return switch (row) {
      case TimelineRow.Committed committed -> committed.seq();
      case TimelineRow.Unsent unsent -> unsent.sendId();
    };
  }
}

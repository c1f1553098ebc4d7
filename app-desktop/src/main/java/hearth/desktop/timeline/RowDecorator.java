package hearth.desktop.timeline;

import hearth.client.model.TimelineRow;
import hearth.desktop.text.DisplayText;
import hearth.protocol.UserId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Decides what stands above each row: the day, the "New messages" divider, the author of a group.
/// Confined to the FX thread.
final class RowDecorator {
  /// Where no row has the divider above it.
  static final long NONE = Long.MAX_VALUE;

  private static final Duration GROUP = Duration.ofMinutes(5);

  private final DisplayText display;

  RowDecorator(DisplayText display) {
    this.display = display;
  }

  /// One row with what stands above it.
  ///
  /// @param divider the seq of the row under the divider
  TimelineItem decorate(List<TimelineRow> rows, int index, long divider) {
    TimelineRow row = rows.get(index);
    TimelineRow above = index == 0 ? null : rows.get(index - 1);
    boolean newDay =
        above == null || !display.times().dayOf(above.at()).equals(display.times().dayOf(row.at()));
    boolean unreadStarts = row.seq() == divider;
    boolean groupStart = newDay || unreadStarts || !continues(above, row);
    return new TimelineItem(
        row, newDay ? display.times().day(row.at()) : "", unreadStarts, groupStart);
  }

  private boolean continues(@Nullable TimelineRow above, TimelineRow row) {
    return above != null
        && above.content() != null
        && row.content() != null
        && author(above).equals(author(row))
        && Duration.between(above.at(), row.at()).compareTo(GROUP) < 0;
  }

  UserId author(TimelineRow row) {
    return switch (row) {
      case TimelineRow.Committed committed -> committed.row().author();
      case TimelineRow.Unsent unsent -> display.me(unsent.pending().chat());
    };
  }

  /// Whether it is a message of somebody else after a seq.
  boolean isUnread(TimelineRow row, long readTo) {
    return row.seq() > readTo && row.content() != null && !display.isMe(author(row));
  }

  /// The seq of the first message of somebody else after a seq; [#NONE] for none.
  long firstUnread(List<TimelineRow> rows, long readTo) {
    return rows.stream()
        .filter(row -> isUnread(row, readTo))
        .mapToLong(TimelineRow::seq)
        .findFirst()
        .orElse(NONE);
  }
}

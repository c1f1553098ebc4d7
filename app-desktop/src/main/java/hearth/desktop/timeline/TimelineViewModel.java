package hearth.desktop.timeline;

import hearth.client.ChatItem;
import hearth.client.Row;
import hearth.desktop.session.ServerViewModel;
import hearth.desktop.session.TimelineListener;
import hearth.desktop.text.DisplayText;
import hearth.protocol.ChatId;
import hearth.protocol.Event;
import hearth.protocol.Marker;
import hearth.protocol.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The rows of one open chat, each with what stands above it. Confined to the FX thread.
public final class TimelineViewModel implements TimelineListener, AutoCloseable {
  private static final Duration GROUP = Duration.ofMinutes(5);

  private final ServerViewModel live;
  private final DisplayText display;
  private final ChatId chat;
  private final long readAtOpening;
  private final List<Row> rows = new ArrayList<>();
  private final Rows<TimelineItem> items = new Rows<>();
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
  private boolean complete;
  private boolean asking;
  private boolean dry;
  private boolean attended;
  private long divider = Long.MAX_VALUE;

  /// Opens the chat's timeline.
  public TimelineViewModel(ServerViewModel live, DisplayText display, ChatId chat) {
    this.live = live;
    this.display = display;
    this.chat = chat;
    this.readAtOpening = live.chat(chat).map(ChatItem::readTo).orElse(Long.MAX_VALUE);
    live.openTimeline(chat, this);
  }

  public ObservableList<TimelineItem> items() {
    return FXCollections.unmodifiableObservableList(items);
  }

  public ChatId chat() {
    return chat;
  }

  public DisplayText display() {
    return display;
  }

  /// Whether the first rows have come.
  public ReadOnlyBooleanProperty loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  /// The index of the row under the "New messages" divider; -1 for none.
  public int firstUnread() {
    for (int i = items.size() - 1; i >= 0; i--) {
      if (items.get(i).firstUnread()) {
        return i;
      }
    }
    return -1;
  }

  public @Nullable ChatItem item() {
    return live.chat(chat).orElse(null);
  }

  public boolean isMine(Row row) {
    return display.isMe(author(row));
  }

  /// Where a message of one's own is; meaningless for others' rows.
  public Stage stage(Row row) {
    return switch (row) {
      case Row.Pending pending -> pending.failed() ? Stage.FAILED : Stage.PENDING;
      case Row.Entry entry ->
          switch (live.chat(chat)
              .map(item -> item.progressOf(entry.event().seq()))
              .orElse(ChatItem.Progress.SENT)) {
            case SENT -> Stage.SENT;
            case DELIVERED -> Stage.DELIVERED;
            case READ -> Stage.READ;
          };
    };
  }

  /// Who else has seen an entry.
  public List<UserId> readBy(Row.Entry entry) {
    return others(entry).stream()
        .filter(marker -> marker.read() >= entry.event().seq())
        .map(Marker::user)
        .toList();
  }

  /// Who else has an entry on a device but has not seen it.
  public List<UserId> deliveredTo(Row.Entry entry) {
    long seq = entry.event().seq();
    return others(entry).stream()
        .filter(marker -> marker.delivered() >= seq && marker.read() < seq)
        .map(Marker::user)
        .toList();
  }

  private List<Marker> others(Row.Entry entry) {
    return live.chat(chat).map(ChatItem::markers).orElse(List.of()).stream()
        .filter(marker -> !display.isMe(marker.user()))
        .filter(marker -> !marker.user().equals(entry.event().author()))
        .toList();
  }

  public void retry(Row.Pending pending) {
    live.client().retry(pending.sendId());
  }

  public void discard(Row.Pending pending) {
    live.client().discard(pending.sendId());
  }

  /// The person has seen the rows up to this index.
  public void seen(int index) {
    for (int i = Math.min(index, rows.size() - 1); i >= 0; i--) {
      if (rows.get(i) instanceof Row.Entry entry) {
        long seq = entry.event().seq();
        if (live.chat(chat).map(item -> item.readTo() < seq).orElse(false)) {
          live.client().markRead(chat, seq);
        }
        return;
      }
    }
  }

  /// Whether the person looks at the end, so that what comes is seen as it comes.
  public void attend(boolean now) {
    attended = now;
  }

  /// Rows near the first one are in sight: asks for older ones, unless none are to be had.
  public void nearStart() {
    if (loaded.get() && !complete && !asking && !dry) {
      asking = true;
      live.client().older(chat);
    }
  }

  /// Something is different, the connection perhaps: asking for older rows may help again.
  public void tryAgain() {
    dry = false;
  }

  /// Another day has begun: "Today" is "Yesterday" now.
  public void beginDay() {
    for (int i = 0; i < items.size(); i++) {
      if (!items.get(i).day().isEmpty()) {
        decorateAgain(i);
      }
    }
  }

  @Override
  public void reset(List<Row> fresh, boolean isComplete) {
    complete = isComplete;
    asking = false;
    dry = false;
    rows.clear();
    rows.addAll(fresh);
    divider = dividerOf(rows);
    items.splice(0, items.size(), decorated(0, rows.size()));
    loaded.set(true);
  }

  @Override
  public void spliced(int index, int removed, List<Row> added) {
    rows.subList(index, index + removed).clear();
    rows.addAll(index, added);
    long before = divider;
    divider = dividerAfter(added);
    items.splice(index, removed, decorated(index, index + added.size()));
    decorateAgain(index + added.size());
    if (divider != before) {
      decorateAgain(indexOf(before));
    }
  }

  /// The divider moves up with older rows, and on to what comes while nobody looks.
  private long dividerAfter(List<Row> added) {
    long theirs = dividerOf(added);
    if (theirs < divider && divider != Long.MAX_VALUE) {
      return theirs;
    }
    boolean passed =
        divider == Long.MAX_VALUE
            || live.chat(chat).map(item -> item.readTo() >= divider).orElse(false);
    return passed && !attended && theirs != Long.MAX_VALUE ? theirs : divider;
  }

  int indexOf(long seq) {
    for (int i = rows.size() - 1; i >= 0; i--) {
      if (rows.get(i) instanceof Row.Entry entry && entry.event().seq() == seq) {
        return i;
      }
    }
    return rows.size();
  }

  @Override
  public void olderLoaded(boolean isComplete) {
    complete = isComplete;
    asking = false;
    dry = !live.isOnline();
  }

  /// The first message of somebody else that was unread when the chat was opened.
  private long dividerOf(List<Row> stretch) {
    for (Row row : stretch) {
      if (row instanceof Row.Entry(Event.MessagePosted posted)
          && posted.seq() > readAtOpening
          && !display.isMe(posted.author())) {
        return posted.seq();
      }
    }
    return Long.MAX_VALUE;
  }

  private void decorateAgain(int index) {
    if (index < items.size()) {
      TimelineItem now = decorate(index);
      if (!now.equals(items.get(index))) {
        items.splice(index, 1, List.of(now));
      }
    }
  }

  private List<TimelineItem> decorated(int from, int to) {
    List<TimelineItem> decorated = new ArrayList<>(to - from);
    for (int i = from; i < to; i++) {
      decorated.add(decorate(i));
    }
    return decorated;
  }

  private TimelineItem decorate(int index) {
    Row row = rows.get(index);
    Row above = index == 0 ? null : rows.get(index - 1);
    boolean newDay =
        above == null || !display.times().dayOf(at(above)).equals(display.times().dayOf(at(row)));
    boolean unreadStarts = row instanceof Row.Entry entry && entry.event().seq() == divider;
    boolean groupStart = newDay || unreadStarts || !continues(above, row);
    return new TimelineItem(
        row, newDay ? display.times().day(at(row)) : "", unreadStarts, groupStart);
  }

  private boolean continues(@Nullable Row above, Row row) {
    return above != null
        && isMessage(above)
        && isMessage(row)
        && author(above).equals(author(row))
        && Duration.between(at(above), at(row)).compareTo(GROUP) < 0;
  }

  private static boolean isMessage(Row row) {
    return switch (row) {
      case Row.Pending pending -> true;
      case Row.Entry(Event.MessagePosted posted) -> true;
      case Row.Entry(Event.MembersAdded added) -> false;
      case Row.Entry(Event.SlowModeSet set) -> false;
    };
  }

  UserId author(Row row) {
    return switch (row) {
      case Row.Entry entry -> entry.event().author();
      case Row.Pending pending -> Objects.requireNonNull(live.me());
    };
  }

  static Instant at(Row row) {
    return switch (row) {
      case Row.Entry entry -> entry.event().at();
      case Row.Pending pending -> pending.at();
    };
  }

  @Override
  public void close() {
    live.closeTimeline(chat);
  }

  /// How far a message of one's own has come.
  public enum Stage {
    PENDING,
    SENT,
    DELIVERED,
    READ,
    FAILED
  }
}

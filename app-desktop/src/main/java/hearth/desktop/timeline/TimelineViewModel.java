package hearth.desktop.timeline;

import hearth.client.model.Change.Reach;
import hearth.client.model.ChatItem;
import hearth.client.model.TimelineRow;
import hearth.desktop.session.ServerViewModel;
import hearth.desktop.session.TimelineListener;
import hearth.desktop.text.DisplayText;
import hearth.protocol.ChatId;
import hearth.protocol.UserId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The rows of one open chat, each with what stands above it, and where in the chat they are.
/// Confined to the FX thread.
public final class TimelineViewModel implements TimelineListener, AutoCloseable {
  /// Stands for the end of the chat where a seq is expected.
  static final long END = 0;

  private static final long NOWHERE = -1;

  private final ServerViewModel server;
  private final DisplayText display;
  private final ChatId chat;
  private final RowDecorator decorator;
  private final Receipts receipts;
  private final long readAtOpening;
  private final Set<String> unfolded = new HashSet<>();
  private final List<TimelineRow> rows = new ArrayList<>();
  private final Rows<TimelineItem> items = new Rows<>();
  // Held here: a view of a list that nobody holds is collected, and its listeners hear no more.
  private final ObservableList<TimelineItem> shown =
      FXCollections.unmodifiableObservableList(items);
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
  private final ReadOnlyLongWrapper back = new ReadOnlyLongWrapper(NOWHERE);
  private @Nullable Jumps jumps;
  private Reach reach = new Reach(false, true);
  private boolean asking;
  private boolean dry;
  private boolean attended;
  private long divider = RowDecorator.NONE;

  /// Opens the chat's timeline.
  public TimelineViewModel(ServerViewModel server, DisplayText display, ChatId chat) {
    this.server = server;
    this.display = display;
    this.chat = chat;
    this.decorator = new RowDecorator(display);
    this.receipts = new Receipts(server, display, chat);
    this.readAtOpening =
        server.chat(chat).map(item -> item.reading().readTo()).orElse(Long.MAX_VALUE);
    server.openTimeline(chat, this);
  }

  public ObservableList<TimelineItem> items() {
    return shown;
  }

  /// The long texts that are shown whole.
  Set<String> unfolded() {
    return unfolded;
  }

  public ChatId chat() {
    return chat;
  }

  public ServerViewModel server() {
    return server;
  }

  public DisplayText display() {
    return display;
  }

  public Receipts receipts() {
    return receipts;
  }

  /// Whether the first rows have come.
  public ReadOnlyBooleanProperty loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  /// Where a jump came from and the way back leads to: a seq, 0 for the end of the chat, negative
  /// for nowhere.
  public ReadOnlyLongProperty backProperty() {
    return back.getReadOnlyProperty();
  }

  /// Whether there is a way back.
  public boolean mayGoBack() {
    return back.get() != NOWHERE;
  }

  /// Sets who is told of jumps.
  public void onJump(Jumps told) {
    jumps = told;
  }

  /// The index of the row under the "New messages" divider; -1 for none.
  public int firstUnread() {
    return divider == RowDecorator.NONE ? -1 : indexOf(divider);
  }

  public @Nullable ChatItem item() {
    return server.chat(chat).orElse(null);
  }

  public UserId author(TimelineRow row) {
    return decorator.author(row);
  }

  public boolean isMine(TimelineRow row) {
    return display.isMe(author(row));
  }

  /// Whether the rows follow the chat's end, so that what is new appears in them.
  public boolean reachesEnd() {
    return reach.last();
  }

  /// The person has seen the rows up to this index.
  public void seen(int index) {
    for (int i = Math.min(index, rows.size() - 1); i >= 0; i--) {
      long seq = rows.get(i).seq();
      if (seq > 0) {
        if (server.chat(chat).map(item -> item.reading().readTo() < seq).orElse(false)) {
          server.client().markRead(chat, seq);
        }
        return;
      }
    }
  }

  /// Whether the person looks at the end, so that what comes is seen as it comes.
  public void attend(boolean now) {
    attended = now && reach.last();
  }

  /// Rows near the first one are in sight: asks for older ones, unless none are to be had.
  public void nearStart() {
    if (mayAsk() && !reach.first()) {
      asking = true;
      server.client().older(chat);
    }
  }

  /// Rows near the last one are in sight: asks for newer ones, unless the end is here.
  public void nearEnd() {
    if (mayAsk() && !reach.last()) {
      asking = true;
      server.client().newer(chat);
    }
  }

  private boolean mayAsk() {
    return loaded.get() && !asking && !dry;
  }

  /// Something is different, the connection perhaps: asking for more rows may help again.
  public void tryAgain() {
    dry = false;
  }

  /// Goes to a message, wherever in the chat it is.
  ///
  /// @param from the row that is in sight now, to which the way back leads
  public void jump(long seq, int from) {
    long origin = isAtEnd(from) ? END : seqAt(from);
    go(seq, origin);
  }

  /// Brings a message into sight, without a way back.
  void show(long seq) {
    go(seq, NOWHERE);
  }

  /// Goes back to where the last jump came from.
  public void goBack() {
    long to = back.get();
    back.set(NOWHERE);
    if (to == END) {
      toEnd();
    } else if (to > 0) {
      go(to, NOWHERE);
    }
  }

  /// The end is in sight: a person who came from there is back.
  public void atEnd() {
    if (back.get() == END) {
      back.set(NOWHERE);
    }
  }

  /// Goes to the end of the chat.
  public void toEnd() {
    back.set(NOWHERE);
    if (reach.last()) {
      jumped(rows.size() - 1, false);
    } else {
      server.openTimeline(chat, this);
    }
  }

  /// Goes to a message; pointing it out only where there is a way back from it.
  private void go(long seq, long origin) {
    int index = indexOf(seq);
    if (index >= 0) {
      jumped(index, origin != NOWHERE);
      back.set(origin);
      return;
    }
    server.whenDone(
        server.client().jump(chat, seq),
        found -> {
          if (found) {
            back.set(origin);
          } else {
            missing();
          }
        },
        failure -> missing());
  }

  private void jumped(int index, boolean flash) {
    if (jumps != null) {
      jumps.jumped(index, flash);
    }
  }

  private void missing() {
    back.set(NOWHERE);
    if (jumps != null) {
      jumps.missing();
    }
  }

  private boolean isAtEnd(int index) {
    return reach.last() && index >= rows.size() - 1;
  }

  private long seqAt(int index) {
    return index >= 0 && index < rows.size() ? rows.get(index).seq() : END;
  }

  /// A person was removed from the server, whose name stands in any row.
  void nameAgain() {
    for (int i = 0; i < items.size(); i++) {
      items.splice(i, 1, List.of(items.get(i)));
    }
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
  public void reset(List<TimelineRow> fresh, Reach reaching, long focus) {
    boolean first = !loaded.get();
    reach = reaching;
    asking = false;
    dry = false;
    rows.clear();
    rows.addAll(fresh);
    divider = decorator.firstUnread(rows, readAtOpening);
    items.splice(0, items.size(), decorated(0, rows.size()));
    loaded.set(true);
    if (focus > 0) {
      jumped(indexOf(focus), true);
    } else if (!first) {
      jumped(rows.size() - 1, false);
    }
  }

  @Override
  public void spliced(int index, int removed, List<TimelineRow> added) {
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
  private long dividerAfter(List<TimelineRow> added) {
    long theirs = decorator.firstUnread(added, readAtOpening);
    if (theirs < divider && divider != RowDecorator.NONE) {
      return theirs;
    }
    boolean passed =
        divider == RowDecorator.NONE
            || server.chat(chat).map(item -> item.reading().readTo() >= divider).orElse(false);
    return passed && !attended && theirs != RowDecorator.NONE ? theirs : divider;
  }

  /// The index of the row with this seq; -1 where it is not among the rows.
  int indexOf(long seq) {
    for (int i = rows.size() - 1; i >= 0; i--) {
      if (rows.get(i).seq() == seq) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public void reachChanged(Reach reaching) {
    reach = reaching;
    asking = false;
    dry = !server.isOnline();
  }

  private void decorateAgain(int index) {
    if (index >= 0 && index < items.size()) {
      TimelineItem now = decorator.decorate(rows, index, divider);
      if (!now.equals(items.get(index))) {
        items.splice(index, 1, List.of(now));
      }
    }
  }

  private List<TimelineItem> decorated(int from, int to) {
    List<TimelineItem> decorated = new ArrayList<>(to - from);
    for (int i = from; i < to; i++) {
      decorated.add(decorator.decorate(rows, i, divider));
    }
    return decorated;
  }

  @Override
  public void close() {
    server.closeTimeline(chat);
  }

  /// Who is told of jumps.
  public interface Jumps {
    /// The row at this index is to come into sight.
    ///
    /// @param flash whether it is to be pointed out
    void jumped(int index, boolean flash);

    /// The message that a jump was to cannot be had now.
    void missing();
  }
}

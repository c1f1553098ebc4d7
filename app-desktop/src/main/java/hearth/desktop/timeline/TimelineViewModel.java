package hearth.desktop.timeline;

import hearth.client.model.Change.Reach;
import hearth.client.model.ChatItem;
import hearth.client.model.TimelineRow;
import hearth.client.model.Timelines;
import hearth.desktop.session.ServerViewModel;
import hearth.desktop.session.TimelineListener;
import hearth.desktop.text.DisplayText;
import hearth.protocol.ChatId;
import hearth.protocol.UserId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The rows of the open chat, each with what stands above it, and where in the chat they are.
/// Confined to the FX thread.
public final class TimelineViewModel implements TimelineListener, AutoCloseable {
  /// Stands for the end of the chat where a seq is expected.
  static final long END = 0;

  private static final long NOWHERE = -1;

  private final ServerViewModel server;
  private final DisplayText display;
  private final RowDecorator decorator;
  private final Set<String> unfolded = new HashSet<>();
  private final DecoratedRows rows;
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
  private final ReadOnlyLongWrapper back = new ReadOnlyLongWrapper(NOWHERE);
  private final ReadOnlyObjectWrapper<ChatId> chat;
  private Parts parts;
  private @Nullable Jumps jumps;

  /// Opens the chat's timeline.
  public TimelineViewModel(ServerViewModel server, DisplayText display, ChatId chat) {
    this.server = server;
    this.display = display;
    this.chat = new ReadOnlyObjectWrapper<>(chat);
    this.decorator = new RowDecorator(display);
    this.parts = partsOf(chat);
    this.rows = new DecoratedRows(decorator, () -> parts.unread().divider());
    server.openTimeline(chat, this);
  }

  private Parts partsOf(ChatId id) {
    return new Parts(
        new Receipts(server, display, id),
        new UnreadRows(server, id, decorator),
        new Seeks(server, id),
        new Pages(server.client(), id));
  }

  /// Opens another chat instead. There are no rows until those of it come.
  void go(ChatId to) {
    parts.unread().close();
    server.closeTimeline(chat.get());
    parts = partsOf(to);
    rows.clear();
    unfolded.clear();
    loaded.set(false);
    back.set(NOWHERE);
    chat.set(to);
    server.openTimeline(to, this);
  }

  public ObservableList<TimelineItem> items() {
    return rows.items();
  }

  /// The long texts that are shown whole.
  Set<String> unfolded() {
    return unfolded;
  }

  public ChatId chat() {
    return chat.get();
  }

  public ReadOnlyObjectProperty<ChatId> chatProperty() {
    return chat.getReadOnlyProperty();
  }

  public ServerViewModel server() {
    return server;
  }

  public DisplayText display() {
    return display;
  }

  public Receipts receipts() {
    return parts.receipts();
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

  public boolean mayGoBack() {
    return back.get() != NOWHERE;
  }

  /// Sets who is told of jumps.
  public void onJump(Jumps told) {
    jumps = told;
  }

  /// The index of the row under the "New messages" divider; -1 for none.
  public int firstUnread() {
    return parts.unread().divider() == RowDecorator.NONE
        ? -1
        : rows.seqs().indexOf(parts.unread().divider());
  }

  public @Nullable ChatItem item() {
    return server.chat(chat()).orElse(null);
  }

  public UserId author(TimelineRow row) {
    return decorator.author(row);
  }

  public boolean isMine(TimelineRow row) {
    return display.isMe(author(row));
  }

  /// Whether the rows follow the chat's end, so that what is new appears in them.
  public boolean reachesEnd() {
    return reach().last();
  }

  /// The person has seen the row of this seq.
  void seen(long seq) {
    parts.unread().seen(seq, rows.rows(), reach());
  }

  /// The index of the first message that the person has not seen; -1 for none.
  int firstUnseen() {
    return parts.unread().firstUnseen(rows.rows());
  }

  /// The person is at a row, or at the end: the client may let rows go that are far from it.
  void at(int index, boolean atEnd) {
    parts.pages().at(rows.seqs().at(index), atEnd);
  }

  /// The places of the rows in the log.
  Seqs seqs() {
    return rows.seqs();
  }

  /// Which end of the chat is among the rows.
  Reach reach() {
    return parts.pages().reach();
  }

  /// The highest seq of the chat.
  long head() {
    return parts.unread().head();
  }

  /// Whether the person looks at the end, so that what comes is seen as it comes.
  public void attend(boolean now) {
    parts.unread().attend(now && reachesEnd());
  }

  /// Rows near the first one are in sight: asks for older ones, unless none are to be had.
  public void nearStart() {
    if (loaded.get()) {
      parts.pages().older();
    }
  }

  /// Rows near the last one are in sight: asks for newer ones, unless the end is here.
  public void nearEnd() {
    if (loaded.get()) {
      parts.pages().newer();
    }
  }

  /// Goes to a message, wherever in the chat it is.
  ///
  /// @param from the row that is in sight now, to which the way back leads
  public void jump(long seq, int from) {
    long origin = isAtEnd(from) ? END : rows.seqs().at(from);
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

  /// Goes to the end of the chat, over what is unread.
  public void toEnd() {
    back.set(NOWHERE);
    parts.unread().pass();
    if (loaded.get() && reachesEnd()) {
      jumped(last(), false);
      parts.pages().atEnd();
    } else {
      parts.seeks().to(Timelines.END);
    }
  }

  /// Goes to the first row of the chat.
  void toStart() {
    back.set(NOWHERE);
    if (reach().first()) {
      to(0);
    } else {
      parts.seeks().to(1);
    }
  }

  /// Goes to the first row of a time or later, wherever in the chat that is.
  void goTo(Instant at, Runnable found, Consumer<Throwable> refused) {
    Parts asked = parts;
    server.whenDone(
        server.client().lookups().find(chat(), at),
        seq -> {
          found.run();
          if (asked.equals(parts)) {
            goToPlace(seq);
          }
        },
        refused);
  }

  private void goToPlace(long seq) {
    if (seq > head()) {
      toEnd();
    } else {
      parts.seeks().to(seq);
    }
  }

  /// The way to places that are not among the rows.
  Seeks seeks() {
    return parts.seeks();
  }

  /// Goes to a message; pointing it out only where there is a way back from it.
  private void go(long seq, long origin) {
    int index = rows.seqs().indexOf(seq);
    if (index >= 0) {
      jumped(index, origin != NOWHERE);
      back.set(origin);
      return;
    }
    parts.seeks().next(origin == NOWHERE ? Seeks.Going.TO_ROW : Seeks.Going.TO_MESSAGE);
    Parts asked = parts;
    server.whenDone(
        server.client().jump(chat(), seq),
        found -> arrived(asked, found, origin),
        failure -> arrived(asked, false, origin));
  }

  private void arrived(Parts asked, boolean found, long origin) {
    if (!asked.equals(parts)) {
      return; // another chat has been opened since
    }
    if (found) {
      back.set(origin);
    } else {
      missing();
    }
  }

  private void to(int index) {
    if (jumps != null) {
      jumps.placed(index);
    }
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

  private int last() {
    return rows.rows().size() - 1;
  }

  private boolean isAtEnd(int index) {
    return reachesEnd() && index >= last();
  }

  /// A person was removed from the server: each row is made again, as their name may stand in it.
  void nameAgain() {
    rows.nameAgain();
  }

  /// The divider stands above a row to which the person wants to come back.
  void markUnread(long seq) {
    int before = firstUnread();
    parts.unread().mark(seq);
    rows.again(before);
    rows.again(firstUnread());
  }

  /// Another day has begun: "Today" is "Yesterday" now.
  public void beginDay() {
    rows.beginDay();
  }

  @Override
  public void reset(List<TimelineRow> fresh, Reach reaching, long focus) {
    boolean first = !loaded.get();
    Seeks.Going to = parts.seeks().arrived(focus);
    parts.pages().begin(reaching);
    rows.reset(fresh);
    parts.unread().show(rows.rows(), first || to == Seeks.Going.TO_UNREAD);
    rows.showAll();
    loaded.set(true);
    if (first && to == Seeks.Going.TO_UNREAD) {
      return; // the view begins there
    }
    switch (to) {
      case TO_UNREAD -> toUnread();
      case TO_END -> jumped(last(), false);
      case TO_PLACE -> to(rows.seqs().indexOf(focus));
      case TO_ROW -> jumped(rows.seqs().indexOf(focus), false);
      case TO_MESSAGE -> jumped(rows.seqs().indexOf(focus), true);
    }
  }

  private void toUnread() {
    if (firstUnread() >= 0) {
      to(firstUnread());
    } else {
      jumped(last(), false);
    }
  }

  @Override
  public void spliced(int index, int removed, List<TimelineRow> added) {
    if (!loaded.get()) {
      return; // of an earlier opening of the same chat
    }
    if (index == 0
        && parts.unread().isAny(rows.rows().subList(0, removed))
        && !parts.unread().isAny(added)) {
      server.openTimeline(chat(), this); // more came than is held: back to the first unread
    }
    rows.splice(index, removed, added);
    long before = parts.unread().divider();
    parts.unread().added(added);
    rows.show(index, removed, added.size());
    if (parts.unread().divider() != before) {
      rows.again(rows.seqs().indexOf(before));
    }
  }

  @Override
  public void reachChanged(Reach reaching) {
    if (!loaded.get()) {
      return;
    }
    boolean endLeft = reachesEnd() && !reaching.last();
    parts.pages().reach(reaching);
    if (endLeft && parts.pages().isAtEnd()) {
      // Rows gave way at the end before the client knew that the person was there.
      parts.seeks().to(Timelines.END);
    }
  }

  @Override
  public void close() {
    parts.unread().close();
    server.closeTimeline(chat());
  }

  /// What there is for each chat.
  private record Parts(Receipts receipts, UnreadRows unread, Seeks seeks, Pages pages) {}

  /// Who is told of jumps.
  public interface Jumps {
    /// The row at this index is to come into sight.
    ///
    /// @param flash whether it is to be pointed out
    void jumped(int index, boolean flash);

    /// The row at this index is to be at the top.
    void placed(int index);

    /// The message that a jump was to cannot be had now.
    void missing();
  }
}

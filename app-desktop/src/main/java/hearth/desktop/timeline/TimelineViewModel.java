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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The rows of the open chat, each with what stands above it, and where in the chat they are.
/// Confined to the FX thread.
public final class TimelineViewModel implements TimelineListener, AutoCloseable {
  private final ServerViewModel server;
  private final DisplayText display;
  private final RowDecorator decorator;
  private final Set<String> unfolded = new HashSet<>();
  private final DecoratedRows rows;
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<ChatId> chat;
  private final TimelineNavigator navigator;
  private OpenChat open;

  /// Opens the chat's timeline.
  public TimelineViewModel(ServerViewModel server, DisplayText display, ChatId chat) {
    this.server = server;
    this.display = display;
    this.chat = new ReadOnlyObjectWrapper<>(chat);
    this.decorator = new RowDecorator(display);
    this.open = opened(chat);
    this.rows = new DecoratedRows(decorator, () -> open.unread().divider());
    this.navigator = new TimelineNavigator(server, rows, () -> open, loaded.getReadOnlyProperty());
    server.openTimeline(chat, this);
  }

  private OpenChat opened(ChatId id) {
    return new OpenChat(
        id,
        new Receipts(server, display, id),
        new UnreadRows(server, id, decorator),
        new Seeks(server, id),
        new Pages(server.client(), id));
  }

  /// Opens another chat instead. There are no rows until those of it come.
  void go(ChatId to) {
    open.unread().close();
    server.closeTimeline(chat.get());
    open = opened(to);
    rows.clear();
    unfolded.clear();
    loaded.set(false);
    navigator.forget();
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
    return open.receipts();
  }

  /// Whether the first rows have come.
  public ReadOnlyBooleanProperty loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  /// The way to other places of the chat.
  public TimelineNavigator navigator() {
    return navigator;
  }

  /// The index of the row under the "New messages" divider; -1 for none.
  public int firstUnread() {
    return open.unread().divider() == RowDecorator.NONE
        ? -1
        : rows.seqs().indexOf(open.unread().divider());
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
    return open.reachesEnd();
  }

  /// The person has seen the row of this seq.
  void seen(long seq) {
    open.unread().seen(seq, rows.rows(), reach());
  }

  /// The index of the first message that the person has not seen; -1 for none.
  int firstUnseen() {
    return open.unread().firstUnseen(rows.rows());
  }

  /// The person is at a row, or at the end: the client may let rows go that are far from it.
  void at(int index, boolean atEnd) {
    open.pages().at(rows.seqs().at(index), atEnd);
  }

  /// The places of the rows in the log.
  Seqs seqs() {
    return rows.seqs();
  }

  /// Which end of the chat is among the rows.
  Reach reach() {
    return open.pages().reach();
  }

  /// The highest seq of the chat.
  long head() {
    return open.unread().head();
  }

  /// Whether the person looks at the end, so that what comes is seen as it comes.
  public void attend(boolean now) {
    open.unread().attend(now && reachesEnd());
  }

  /// Rows near the first one are in sight: asks for older ones, unless none are to be had.
  public void nearStart() {
    if (loaded.get()) {
      open.pages().older();
    }
  }

  /// Rows near the last one are in sight: asks for newer ones, unless the end is here.
  public void nearEnd() {
    if (loaded.get()) {
      open.pages().newer();
    }
  }

  /// The way to places that are not among the rows.
  Seeks seeks() {
    return open.seeks();
  }

  /// A person was removed from the server: each row is made again, as their name may stand in it.
  void nameAgain() {
    rows.nameAgain();
  }

  /// The divider stands above a row to which the person wants to come back.
  void markUnread(long seq) {
    int before = firstUnread();
    open.unread().mark(seq);
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
    Seeks.Going to = open.seeks().arrived(focus);
    open.pages().begin(reaching);
    rows.reset(fresh);
    open.unread().show(rows.rows(), first || to == Seeks.Going.TO_UNREAD);
    rows.showAll();
    loaded.set(true);
    if (first && to == Seeks.Going.TO_UNREAD) {
      return; // the view begins there
    }
    navigator.come(to, to == Seeks.Going.TO_UNREAD ? firstUnread() : rows.seqs().indexOf(focus));
  }

  @Override
  public void spliced(int index, int removed, List<TimelineRow> added) {
    if (!loaded.get()) {
      return; // of an earlier opening of the same chat
    }
    if (index == 0
        && open.unread().isAny(rows.rows().subList(0, removed))
        && !open.unread().isAny(added)) {
      server.openTimeline(chat(), this); // more came than is held: back to the first unread
    }
    rows.splice(index, removed, added);
    long before = open.unread().divider();
    open.unread().added(added);
    rows.show(index, removed, added.size());
    if (open.unread().divider() != before) {
      rows.again(rows.seqs().indexOf(before));
    }
  }

  @Override
  public void reachChanged(Reach reaching) {
    if (!loaded.get()) {
      return;
    }
    boolean endLeft = reachesEnd() && !reaching.last();
    open.pages().reach(reaching);
    if (endLeft && open.pages().isAtEnd()) {
      // Rows gave way at the end before the client knew that the person was there.
      open.seeks().to(Timelines.END);
    }
  }

  @Override
  public void close() {
    open.unread().close();
    server.closeTimeline(chat());
  }
}

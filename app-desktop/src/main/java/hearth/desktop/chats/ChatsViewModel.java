package hearth.desktop.chats;

import hearth.client.model.ChatItem;
import hearth.client.store.Pending;
import hearth.desktop.fx.Ticks;
import hearth.desktop.fx.Tone;
import hearth.desktop.session.ServerViewModel;
import hearth.desktop.text.ActionText;
import hearth.desktop.text.DisplayText;
import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.Presence;
import hearth.protocol.Row;
import hearth.protocol.ServerInfo;
import hearth.protocol.UserId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The chats in their order, as the filter leaves them. Confined to the FX thread.
public final class ChatsViewModel {
  private static final Comparator<ChatItem> ORDER =
      Comparator.comparing((ChatItem item) -> item.chat().kind() != Chat.Kind.LOBBY)
          .thenComparing((ChatItem item) -> item.newest().at(), Comparator.reverseOrder())
          .thenComparing(ChatItem::id);

  private final ServerViewModel live;
  private final DisplayText display;
  private final ActionText text;
  private final StringProperty filter = new SimpleStringProperty("");
  private final ObservableList<ChatRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyIntegerWrapper here = new ReadOnlyIntegerWrapper();

  public ChatsViewModel(ServerViewModel live, DisplayText display) {
    this.live = live;
    this.display = display;
    this.text = new ActionText(display);
    live.revisionProperty().subscribe(now -> refresh());
    filter.subscribe(now -> refresh());
  }

  public ServerViewModel live() {
    return live;
  }

  public DisplayText display() {
    return display;
  }

  /// Leaves only chats whose title or members have it in their names.
  public StringProperty filterProperty() {
    return filter;
  }

  public ObservableList<ChatRow> rows() {
    return rows;
  }

  /// How many people are on the server now, away or not.
  public ReadOnlyIntegerProperty hereProperty() {
    return here.getReadOnlyProperty();
  }

  public @Nullable ServerInfo server() {
    return live.serverProperty().get();
  }

  public void open(ChatId chat) {
    live.currentProperty().set(chat);
  }

  /// Opens the first chat that is left, as Enter in the filter does.
  public void openFirst() {
    if (!rows.isEmpty()) {
      open(rows.getFirst().id());
      filter.set("");
    }
  }

  /// Goes up or down the list from the chat in view.
  ///
  /// @param unreadOnly passes over chats where nothing is new
  public void step(int direction, boolean unreadOnly) {
    int at = indexOf(live.currentProperty().get());
    for (int i = at + direction; i >= 0 && i < rows.size(); i += direction) {
      if (!unreadOnly || rows.get(i).unread() > 0) {
        open(rows.get(i).id());
        return;
      }
    }
  }

  /// The place of a chat in the list; -1 where it is not in it.
  public int indexOf(@Nullable ChatId chat) {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).id().equals(chat)) {
        return i;
      }
    }
    return -1;
  }

  private void refresh() {
    here.set((int) live.people().stream().filter(u -> u.presence() != Presence.OFFLINE).count());
    String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
    List<ChatRow> now =
        live.chats().stream()
            .filter(item -> matches(item.chat(), wanted))
            .sorted(ORDER)
            .map(this::row)
            .toList();
    if (!sameChats(now)) {
      rows.setAll(now);
      return;
    }
    for (int i = 0; i < now.size(); i++) {
      if (!now.get(i).equals(rows.get(i))) {
        rows.set(i, now.get(i));
      }
    }
  }

  private boolean sameChats(List<ChatRow> now) {
    return now.stream().map(ChatRow::id).toList().equals(rows.stream().map(ChatRow::id).toList());
  }

  private boolean matches(Chat chat, String wanted) {
    if (wanted.isEmpty() || has(display.title(chat), wanted)) {
      return true;
    }
    return chat.kind() == Chat.Kind.GROUP
        && chat.members().stream().anyMatch(member -> has(display.name(member), wanted));
  }

  private static boolean has(String name, String wanted) {
    return name.toLowerCase(Locale.ROOT).contains(wanted);
  }

  private ChatRow row(ChatItem item) {
    boolean written = item.newest().row() != null || item.newest().pending() != null;
    return new ChatRow(
        item.id(),
        display.title(item.chat()),
        Tone.of(item.chat(), display.other(item.chat()).orElse(null)),
        display.presenceNow(item.chat()),
        written ? display.times().shortly(item.newest().at()) : "",
        sign(item),
        preview(item),
        item.reading().unread());
  }

  private Ticks.Sign sign(ChatItem item) {
    Pending pending = item.newest().pending();
    if (pending != null) {
      return pending.failed() ? Ticks.Sign.NONE : Ticks.Sign.CLOCK;
    }
    Row last = item.newest().row();
    if (last == null || !display.isMe(last.author())) {
      return Ticks.Sign.NONE;
    }
    return switch (item.receipts().progressOf(last.seq())) {
      case SENT -> Ticks.Sign.ONE;
      case DELIVERED -> Ticks.Sign.TWO;
      case READ -> Ticks.Sign.TWO_COLOURED;
    };
  }

  private ChatRow.Preview preview(ChatItem item) {
    List<UserId> writers = display.writers(item);
    Pending pending = item.newest().pending();
    if (!writers.isEmpty()) {
      return new ChatRow.Preview(ChatRow.Kind.TYPING, display.typing(item.chat(), writers));
    }
    if (!item.writing().draft().isBlank() && !item.id().equals(live.currentProperty().get())) {
      return new ChatRow.Preview(ChatRow.Kind.DRAFT, text.draft(item.writing().draft()));
    }
    if (pending != null) {
      return new ChatRow.Preview(
          pending.failed() ? ChatRow.Kind.FAILED : ChatRow.Kind.MESSAGE, text.preview(pending));
    }
    return new ChatRow.Preview(ChatRow.Kind.MESSAGE, text.preview(item));
  }
}

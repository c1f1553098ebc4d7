package hearth.desktop.chats;

import hearth.client.model.ChatItem;
import hearth.client.store.Pending;
import hearth.desktop.fx.DeliverySign;
import hearth.desktop.fx.Tone;
import hearth.desktop.session.Blocking;
import hearth.desktop.session.ServerViewModel;
import hearth.desktop.text.ActionText;
import hearth.desktop.text.DisplayText;
import hearth.desktop.text.ErrorText;
import hearth.desktop.text.Messages;
import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.Presence;
import hearth.protocol.Row;
import hearth.protocol.User;
import hearth.protocol.UserId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The chat list: filtered and sorted. Confined to the FX thread.
public final class ChatsViewModel {
  private static final Comparator<ChatItem> ORDER =
      Comparator.comparing((ChatItem item) -> !item.own().preferences().pinned())
          .thenComparing((ChatItem item) -> item.chat().kind() != Chat.Kind.LOBBY)
          .thenComparing((ChatItem item) -> item.newest().at(), Comparator.reverseOrder())
          .thenComparing(ChatItem::id);

  private final ServerViewModel server;
  private final DisplayText display;
  private final ActionText text;
  private final ChatSearch search;
  private final ChatCommands commands;
  private final Blocking blocking;
  private final StringProperty filter = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
  private final ObservableList<ChatRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyIntegerWrapper here = new ReadOnlyIntegerWrapper();

  /// The rows of the chats as they were listed last, and the surroundings that they were made in.
  private Map<ChatId, Made> made = Map.of();

  private long madeIn;

  /// All chats as they were sorted last: nearly in order, which the next sorting makes use of.
  private List<ChatItem> sorted = List.of();

  private boolean archiveOpen;

  public ChatsViewModel(
      ServerViewModel server, DisplayText display, ChatCommands commands, Blocking blocking) {
    this.server = server;
    this.display = display;
    this.text = new ActionText(display);
    this.search = new ChatSearch(server, display);
    this.commands = commands;
    this.blocking = blocking;
    server.revisionProperty().subscribe(now -> refresh());
    server.currentProperty().subscribe(now -> refresh());
    filter.subscribe(
        now -> {
          error.set("");
          refresh();
        });
  }

  public ServerViewModel server() {
    return server;
  }

  public DisplayText display() {
    return display;
  }

  /// Shows only chats whose title, or a member's name, contains this text, and people to write to.
  public StringProperty filterProperty() {
    return filter;
  }

  public ObservableList<ChatRow> rows() {
    return rows;
  }

  /// How many people are connected now, including those who are away.
  public ReadOnlyIntegerProperty hereProperty() {
    return here.getReadOnlyProperty();
  }

  /// Whether only what fits the filter is listed.
  public boolean isFiltered() {
    return !filter.get().isBlank();
  }

  /// Why the chat that was asked for last did not open; empty if it did.
  public ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
  }

  /// What the person can set for themselves in the chat of a line.
  List<ChatCommands.Command> commands(ChatRow row) {
    return row.target() instanceof ChatRow.OfChat(ChatId chat)
        ? server.chat(chat).map(item -> commands.of(item, error::set)).orElse(List.of())
        : List.of();
  }

  /// Opens the chat of this person with themselves.
  void openSaved() {
    error.set("");
    server.openDirect(display.me(), () -> {}, failure -> error.set(ErrorText.of(failure)));
  }

  public void open(ChatId chat) {
    server.currentProperty().set(chat);
  }

  /// Opens what a line stands for, and ends the filtering.
  public void open(ChatRow row) {
    error.set("");
    switch (row.target()) {
      case ChatRow.OfChat(ChatId chat) -> {
        filter.set("");
        open(chat);
      }
      case ChatRow.OfPerson(UserId person) ->
          server.openDirect(
              person, () -> filter.set(""), failure -> error.set(ErrorText.of(failure)));
      case ChatRow.OfArchive(boolean open) -> {
        archiveOpen = !open;
        refresh();
      }
    }
  }

  /// Opens the next chat above or below the chat in view.
  ///
  /// @param unreadOnly skips chats without unread messages
  public void step(int direction, boolean unreadOnly) {
    int at = indexOf(server.currentProperty().get());
    for (int i = at + direction; i >= 0 && i < rows.size(); i += direction) {
      if (rows.get(i).target() instanceof ChatRow.OfChat(ChatId chat)
          && (!unreadOnly || rows.get(i).unread() > 0)) {
        open(chat);
        return;
      }
    }
  }

  /// The index of a chat in the list; -1 if it is not in it.
  public int indexOf(@Nullable ChatId chat) {
    for (int i = 0; chat != null && i < rows.size(); i++) {
      if (rows.get(i).isOf(chat)) {
        return i;
      }
    }
    return -1;
  }

  private void refresh() {
    Map<ChatId, Made> before = made;
    made = new HashMap<>(before.size() * 2);
    here.set((int) server.people().stream().filter(u -> u.presence() != Presence.OFFLINE).count());
    List<ChatRow> now =
        isFiltered()
            ? search.find(filter.get(), ORDER).stream().map(hit -> row(hit, before)).toList()
            : all(before);
    madeIn = server.surroundings();
    if (!isOfSameChats(now)) {
      rows.setAll(now);
      return;
    }
    for (int i = 0; i < now.size(); i++) {
      if (!Objects.equals(now.get(i), rows.get(i))) {
        rows.set(i, now.get(i));
      }
    }
  }

  /// Archived chats stand below a line of their own, where that was opened; those with news stand
  /// among the others.
  private List<ChatRow> all(Map<ChatId, Made> before) {
    List<ChatRow> active = new ArrayList<>();
    List<ChatRow> archived = new ArrayList<>();
    sort();
    sorted.stream()
        .filter(item -> !isUnwanted(item))
        .forEach(item -> (isArchived(item) ? archived : active).add(row(item, before)));
    if (!archived.isEmpty()) {
      active.add(archive(archived.size()));
      active.addAll(archiveOpen ? archived : List.of());
    }
    return active;
  }

  private void sort() {
    List<ChatItem> now = new ArrayList<>(server.chats().size());
    sorted.forEach(item -> server.chat(item.id()).ifPresent(now::add));
    if (now.size() < server.chats().size()) {
      now.clear();
      now.addAll(server.chats());
    }
    now.sort(ORDER);
    sorted = now;
  }

  /// Whether somebody who was blocked has opened the chat, and nothing in it is shown.
  private boolean isUnwanted(ChatItem item) {
    return !item.id().equals(server.currentProperty().get())
        && blocking.of(item.chat()).filter(block -> block.after() == 0).isPresent();
  }

  private boolean isArchived(ChatItem item) {
    boolean news = item.reading().unread() > 0 && !isMuted(item);
    return item.own().preferences().archived()
        && !news
        && !item.id().equals(server.currentProperty().get());
  }

  private boolean isMuted(ChatItem item) {
    return item.own().preferences().isMuted(display.times().now());
  }

  private ChatRow archive(int count) {
    return new ChatRow(
        new ChatRow.OfArchive(archiveOpen),
        new ChatRow.Heading(Messages.get("chats.archive"), new Tone(0, false), Presence.OFFLINE),
        new ChatRow.Newest("", DeliverySign.NONE),
        new ChatRow.Preview(
            ChatRow.Kind.MESSAGE,
            Messages.get(archiveOpen ? "chats.archive.hide" : "chats.archive.show", count)),
        ChatRow.Marks.NONE);
  }

  /// Most rows are the same object as before, which `Objects.equals` sees at once.
  private boolean isOfSameChats(List<ChatRow> now) {
    boolean same = now.size() == rows.size();
    for (int i = 0; same && i < now.size(); i++) {
      same = Objects.equals(now.get(i).target(), rows.get(i).target());
    }
    return same;
  }

  private ChatRow row(ChatSearch.Hit hit, Map<ChatId, Made> before) {
    return switch (hit) {
      case ChatSearch.ChatHit(ChatItem item) -> row(item, before);
      case ChatSearch.UserHit(User user) ->
          new ChatRow(
              new ChatRow.OfPerson(user.id()),
              new ChatRow.Heading(user.name(), Tone.of(user.id()), display.presenceNow(user.id())),
              new ChatRow.Newest("", DeliverySign.NONE),
              new ChatRow.Preview(ChatRow.Kind.MESSAGE, Messages.get("chats.write-to")),
              ChatRow.Marks.NONE);
    };
  }

  /// The row of a chat: the one it had, where nothing that it shows is another, so that comparing
  /// two lists costs no more than comparing references. A draft shows only while the chat is not in
  /// view.
  private ChatRow row(ChatItem item, Map<ChatId, Made> before) {
    Made known = before.get(item.id());
    boolean fresh = madeIn == server.surroundings() && item.own().draft().isBlank();
    Made now = known != null && fresh && known.isOf(item) ? known : Made.of(item, row(item), known);
    made.put(item.id(), now);
    return now.row;
  }

  private ChatRow row(ChatItem item) {
    boolean written = item.newest().row() != null || item.newest().pending() != null;
    return new ChatRow(
        new ChatRow.OfChat(item.id()),
        new ChatRow.Heading(
            display.title(item.chat()),
            Tone.of(item.chat(), display),
            display.presenceNow(item.chat())),
        new ChatRow.Newest(written ? display.times().shortly(item.newest().at()) : "", sign(item)),
        preview(item),
        new ChatRow.Marks(
            item.reading().unread(),
            item.reading().mentions(),
            isMuted(item),
            item.own().preferences().pinned()));
  }

  private DeliverySign sign(ChatItem item) {
    Pending pending = item.newest().pending();
    if (pending != null) {
      return pending.failed() ? DeliverySign.NONE : DeliverySign.CLOCK;
    }
    Row last = item.newest().row();
    if (last == null || !display.isMe(last.author())) {
      return DeliverySign.NONE;
    }
    return switch (item.receipts().progressOf(last.seq())) {
      case SENT -> DeliverySign.ONE;
      case DELIVERED -> DeliverySign.TWO;
      case READ -> DeliverySign.TWO_COLOURED;
    };
  }

  private ChatRow.Preview preview(ChatItem item) {
    List<UserId> writers = display.writers(item);
    Pending pending = item.newest().pending();
    if (!writers.isEmpty()) {
      return new ChatRow.Preview(ChatRow.Kind.TYPING, display.typing(item.chat(), writers));
    }
    if (!item.own().draft().isBlank() && !item.id().equals(server.currentProperty().get())) {
      return new ChatRow.Preview(ChatRow.Kind.DRAFT, text.draft(item.own().draft()));
    }
    if (pending != null) {
      return new ChatRow.Preview(
          pending.failed() ? ChatRow.Kind.FAILED : ChatRow.Kind.MESSAGE, text.preview(pending));
    }
    String said =
        blocking.of(item.chat()).isPresent() ? Messages.get("block.preview") : text.preview(item);
    return new ChatRow.Preview(ChatRow.Kind.MESSAGE, said);
  }

  /// What a chat was when its row was made.
  private record Made(ChatItem item, ChatRow row) {
    static Made of(ChatItem item, ChatRow row, @Nullable Made before) {
      return new Made(item, before != null && before.row.equals(row) ? before.row : row);
    }

    @SuppressWarnings("ReferenceEquality") // a changed chat is another object
    boolean isOf(ChatItem now) {
      return item == now;
    }
  }
}

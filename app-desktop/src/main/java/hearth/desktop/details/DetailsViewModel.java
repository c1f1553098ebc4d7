package hearth.desktop.details;

import hearth.client.model.ChatItem;
import hearth.desktop.session.ServerViewModel;
import hearth.desktop.text.DisplayText;
import hearth.desktop.text.ErrorText;
import hearth.protocol.Action;
import hearth.protocol.Chat;
import hearth.protocol.Role;
import hearth.protocol.UserId;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The settings and members of the chat in view. Confined to the FX thread.
public final class DetailsViewModel {
  private final ServerViewModel server;
  private final DisplayText display;
  private final ObservableList<UserId> members = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable ChatItem> item = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");

  public DetailsViewModel(ServerViewModel server, DisplayText display) {
    this.server = server;
    this.display = display;
    server.revisionProperty().subscribe(now -> refresh());
    server.currentProperty().subscribe(now -> refresh());
  }

  public DisplayText display() {
    return display;
  }

  public ReadOnlyObjectProperty<@Nullable ChatItem> itemProperty() {
    return item.getReadOnlyProperty();
  }

  /// This person first, then by presence, then by name.
  public ObservableList<UserId> members() {
    return members;
  }

  /// Changes when presence or names may have changed.
  public ReadOnlyLongProperty revisionProperty() {
    return server.revisionProperty();
  }

  public ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
  }

  /// Opens the direct chat with a member.
  public void press(UserId member) {
    error.set("");
    if (!display.isMe(member)) {
      server.openDirect(member, () -> {}, failure -> error.set(ErrorText.of(failure)));
    }
  }

  /// Whether this person is the chat owner.
  public boolean isOwner() {
    ChatItem now = item.get();
    return now != null && now.chat().owner().filter(display::isMe).isPresent();
  }

  /// Whether this person may leave: a group only.
  public boolean mayLeave() {
    ChatItem now = item.get();
    return now != null && now.chat().kind() == Chat.Kind.GROUP;
  }

  /// Whether this person may remove a member and hand the chat to them.
  public boolean manages(UserId member) {
    return isOwner() && mayLeave() && !display.isMe(member);
  }

  public void leave() {
    UserId me = server.me();
    if (me != null) {
      append(new Action.RemoveMember(me));
    }
  }

  public void remove(UserId member) {
    append(new Action.RemoveMember(member));
  }

  /// Makes a member the chat owner in this person's place.
  public void makeOwner(UserId member) {
    append(new Action.SetRole(member, Role.OWNER));
  }

  /// Sets how long members wait between two messages, in seconds; 0 turns slow mode off.
  public void setSlowMode(int seconds) {
    append(new Action.SetSlowMode(seconds));
  }

  private void append(Action action) {
    ChatItem now = item.get();
    error.set("");
    if (now != null) {
      server.append(now.id(), action);
    }
  }

  private void refresh() {
    ChatItem now = server.currentChat().orElse(null);
    List<UserId> sorted =
        now == null
            ? List.of()
            : now.chat().members().stream()
                .sorted(
                    Comparator.comparing((UserId id) -> !display.isMe(id))
                        .thenComparing(display::presenceNow)
                        .thenComparing(display::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    if (!members.equals(sorted)) {
      members.setAll(sorted);
    }
    item.set(now);
  }
}

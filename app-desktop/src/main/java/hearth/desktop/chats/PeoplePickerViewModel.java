package hearth.desktop.chats;

import hearth.desktop.session.ServerViewModel;
import hearth.desktop.text.DisplayText;
import hearth.desktop.text.ErrorText;
import hearth.protocol.Fault;
import hearth.protocol.User;
import hearth.protocol.UserId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;

/// The people of a new chat: one person, or several and a name. Confined to the FX thread.
public final class PeoplePickerViewModel {
  private final ServerViewModel server;
  private final DisplayText display;
  private final Runnable done;
  private final boolean group;
  private final StringProperty title = new SimpleStringProperty("");
  private final StringProperty filter = new SimpleStringProperty("");
  private final ObservableList<User> people = FXCollections.observableArrayList();
  private final ObservableSet<UserId> chosen = FXCollections.observableSet();
  private final ReadOnlyStringWrapper titleError = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");

  /// Starts with nobody chosen.
  ///
  /// @param group whether to choose several people and a name
  /// @param done called when the chat has been opened
  public PeoplePickerViewModel(
      ServerViewModel server, DisplayText display, boolean group, Runnable done) {
    this.server = server;
    this.display = display;
    this.group = group;
    this.done = done;
    filter.subscribe(now -> refresh());
    title.subscribe(now -> titleError.set(""));
  }

  public boolean isGroup() {
    return group;
  }

  public DisplayText display() {
    return display;
  }

  public StringProperty titleProperty() {
    return title;
  }

  public StringProperty filterProperty() {
    return filter;
  }

  /// Everybody else whose name contains the filter, people who are connected first.
  public ObservableList<User> people() {
    return people;
  }

  public ObservableSet<UserId> chosen() {
    return chosen;
  }

  public ReadOnlyStringProperty titleErrorProperty() {
    return titleError.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
  }

  /// Opens the direct chat with a person, or adds or removes them for the group.
  public void press(UserId person) {
    error.set("");
    if (!group) {
      server.openDirect(person, done, failure -> error.set(ErrorText.of(failure)));
    } else if (!chosen.remove(person)) {
      chosen.add(person);
    }
  }

  public void create() {
    titleError.set(ErrorText.ofName(title.get()));
    error.set(chosen.isEmpty() ? ErrorText.of(Fault.MEMBERS_TOO_FEW) : "");
    if (titleError.get().isEmpty() && error.get().isEmpty()) {
      server.createGroup(
          title.get(), new ArrayList<>(chosen), done, failure -> error.set(ErrorText.of(failure)));
    }
  }

  private void refresh() {
    String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
    List<User> found =
        server.people().stream()
            .filter(user -> !display.isMe(user.id()))
            .filter(user -> user.name().toLowerCase(Locale.ROOT).contains(wanted))
            .sorted(
                Comparator.comparing(User::presence)
                    .thenComparing(User::name, String.CASE_INSENSITIVE_ORDER))
            .toList();
    people.setAll(found);
  }
}

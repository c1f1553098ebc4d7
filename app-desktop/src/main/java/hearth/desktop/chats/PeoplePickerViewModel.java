package hearth.desktop.chats;

import hearth.desktop.session.ServerViewModel;
import hearth.desktop.text.DisplayText;
import hearth.desktop.text.ErrorText;
import hearth.desktop.text.NameMatch;
import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Limits;
import hearth.protocol.User;
import hearth.protocol.UserId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The people of a new chat, or people to add to a group. Confined to the FX thread.
public final class PeoplePickerViewModel {
  private final ServerViewModel server;
  private final DisplayText display;
  private final Runnable done;
  private final Purpose purpose;
  private final StringProperty title = new SimpleStringProperty("");
  private final StringProperty filter = new SimpleStringProperty("");
  private final ObservableList<User> people = FXCollections.observableArrayList();
  private final ObservableList<UserId> chosen = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper titleError = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");

  /// Starts with nobody chosen.
  ///
  /// @param done called when the chat has been opened, or the people are on their way into it
  public PeoplePickerViewModel(
      ServerViewModel server, DisplayText display, Purpose purpose, Runnable done) {
    this.server = server;
    this.display = display;
    this.purpose = purpose;
    this.done = done;
    filter.subscribe(now -> refresh());
    title.subscribe(now -> titleError.set(""));
  }

  public Purpose purpose() {
    return purpose;
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

  /// Everybody who can be chosen and whose name contains the filter: the best match first, then
  /// people who are connected.
  public ObservableList<User> people() {
    return people;
  }

  /// Whether nobody else is on this server.
  public boolean isAlone() {
    return server.people().stream().allMatch(user -> user.deleted() || display.isMe(user.id()));
  }

  /// The people chosen so far, in the order of choosing.
  public ObservableList<UserId> chosen() {
    return chosen;
  }

  /// Takes the last choice back, if there is one.
  public void dropLast() {
    if (!chosen.isEmpty()) {
      error.set("");
      chosen.removeLast();
    }
  }

  public ReadOnlyStringProperty titleErrorProperty() {
    return titleError.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
  }

  /// Opens the direct chat with a person; for a group, chooses them or takes that back, and is
  /// ready for the next name.
  public void press(UserId person) {
    error.set("");
    if (purpose instanceof Direct) {
      server.openDirect(person, done, this::refused);
    } else {
      if (!chosen.remove(person)) {
        chosen.add(person);
      }
      filter.set("");
    }
  }

  /// Creates the group, or adds the chosen people to it.
  public void finish() {
    titleError.set(purpose instanceof NewGroup ? ErrorText.ofName(title.get()) : "");
    error.set(chosen.isEmpty() ? ErrorText.of(Fault.MEMBERS_TOO_FEW) : "");
    if (!titleError.get().isEmpty() || !error.get().isEmpty()) {
      return;
    }
    List<UserId> wanted = List.copyOf(chosen);
    switch (purpose) {
      case Direct() -> {}
      case NewGroup() -> server.createGroup(title.get(), wanted, done, this::refused);
      case AddTo(ChatId chat) -> add(chat, wanted);
    }
  }

  private void add(ChatId chat, List<UserId> wanted) {
    try {
      if (present().size() + wanted.size() > Limits.GROUP) {
        throw new FaultException(Fault.MEMBERS_TOO_MANY);
      }
      server.append(chat, new Action.AddMembers(wanted));
      done.run();
    } catch (FaultException unfit) {
      refused(unfit);
    }
  }

  private void refused(Throwable failure) {
    error.set(ErrorText.of(failure));
  }

  private void refresh() {
    String typed = filter.get();
    Set<UserId> present = present();
    List<User> found =
        server.people().stream()
            .filter(user -> !user.deleted())
            .filter(user -> !display.isMe(user.id()) && !present.contains(user.id()))
            .filter(user -> NameMatch.of(user.name(), typed).fits())
            .sorted(
                Comparator.comparing((User user) -> matchOf(user, typed))
                    .thenComparing(User::presence)
                    .thenComparing(User::name, String.CASE_INSENSITIVE_ORDER))
            .toList();
    people.setAll(found);
  }

  private static NameMatch matchOf(User user, String typed) {
    return typed.isBlank() ? NameMatch.START : NameMatch.of(user.name(), typed);
  }

  /// Who is in the group already.
  private Set<UserId> present() {
    return purpose instanceof AddTo(ChatId chat)
        ? server.chat(chat).map(item -> Set.copyOf(item.chat().members())).orElse(Set.of())
        : Set.of();
  }

  /// What people are chosen for.
  public sealed interface Purpose {}

  /// A direct chat with one person.
  public record Direct() implements Purpose {}

  /// A new group with a name.
  public record NewGroup() implements Purpose {}

  /// A group that exists.
  public record AddTo(ChatId chat) implements Purpose {}
}

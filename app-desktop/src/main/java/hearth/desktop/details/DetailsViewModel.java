package hearth.desktop.details;

import hearth.client.model.Change;
import hearth.client.model.ChatItem;
import hearth.desktop.chats.ChatCommands;
import hearth.desktop.session.ServerViewModel;
import hearth.desktop.text.ActionText;
import hearth.desktop.text.DisplayText;
import hearth.desktop.text.ErrorText;
import hearth.desktop.text.Messages;
import hearth.desktop.text.RoleText;
import hearth.protocol.Action;
import hearth.protocol.Chat;
import hearth.protocol.FaultException;
import hearth.protocol.Limits;
import hearth.protocol.Permission;
import hearth.protocol.Role;
import hearth.protocol.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The settings and members of the chat in view, and what this person may change. Confined to the
/// FX thread.
public final class DetailsViewModel {
  private final ServerViewModel server;
  private final DisplayText display;
  private final ChatCommands commands;
  private final ObservableList<UserId> members = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable ChatItem> item = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");

  /// What was sorted last, and the surroundings in which it was.
  private List<UserId> sortedFrom = List.of();

  private long sortedIn;

  public DetailsViewModel(ServerViewModel server, DisplayText display, ChatCommands commands) {
    this.server = server;
    this.display = display;
    this.commands = commands;
    server.revisionProperty().subscribe(now -> refresh());
    server
        .currentProperty()
        .subscribe(
            now -> {
              clearError();
              refresh();
            });
    server.onRefused(this::refused);
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

  /// Says why something was not done.
  void showError(String sentence) {
    error.set(sentence);
  }

  /// Once the person has looked away.
  public void clearError() {
    error.set("");
  }

  /// The name of the chat; empty for none.
  public String title() {
    ChatItem now = item.get();
    return now == null ? "" : display.title(now.chat());
  }

  /// Opens the direct chat with a member.
  ///
  /// @param opened called once it is in view; if it cannot be opened, the error says why
  public void openDirect(UserId member, Runnable opened) {
    clearError();
    server.openDirect(member, opened, this::failed);
  }

  /// Whether a member is here, and what they are in the chat.
  public String about(UserId member) {
    return about(member, display.presence(member));
  }

  /// The same without what the member says of themselves.
  public String standing(UserId member) {
    return about(member, display.presenceAlone(member));
  }

  private String about(UserId member, String presence) {
    String role = RoleText.of(roleOf(member));
    if (role.isEmpty() || presence.isEmpty()) {
      return role + presence;
    }
    return Messages.get("member.role.presence", role, presence);
  }

  /// Whether this person is the chat owner.
  public boolean isOwner() {
    return ownRole() == Role.OWNER;
  }

  boolean isOwner(UserId member) {
    return roleOf(member) == Role.OWNER;
  }

  private Role roleOf(UserId member) {
    ChatItem now = item.get();
    return now == null ? Role.UNKNOWN : now.chat().roleOf(member);
  }

  private Role ownRole() {
    ChatItem now = item.get();
    return now == null ? Role.UNKNOWN : now.chat().roleOf(now.own().as());
  }

  /// Whether this person sets the chat's rules: an admin of it, or its owner.
  public boolean maySetRules() {
    return item.get() != null && !isDirect() && ownRole().atLeast(Role.ADMIN);
  }

  public boolean mayRename() {
    return isGroup() && maySetRules() && server.offers("rename");
  }

  public boolean maySetTopic() {
    return maySetRules() && server.offers("setTopic");
  }

  /// Whether the chat has rules that everybody can look at.
  public boolean hasRules() {
    return item.get() != null && !isDirect() && server.offers("setPermission");
  }

  /// Whether this person may leave: a group or channel only.
  public boolean mayLeave() {
    return isGroup() && server.offers("removeMember");
  }

  /// Whether this person may add others: into a masked chat people come by themselves.
  public boolean mayAdd() {
    ChatItem now = item.get();
    return isGroup()
        && now != null
        && !display.isMasked(now)
        && now.chat().allows(now.own().as(), Permission.ADD)
        && server.offers("addMembers");
  }

  public boolean mayRemove(UserId member) {
    return mayLeave() && maySetRules() && isBelow(member);
  }

  private boolean isBelow(UserId member) {
    Role other = roleOf(member);
    return !display.isMe(member) && ownRole() != other && ownRole().atLeast(other);
  }

  public boolean mayMakeOwner(UserId member) {
    return isGroup() && isOwner() && !display.isMe(member) && server.offers("setRole");
  }

  /// The roles that this person may give to a member.
  public List<Role> roles(UserId member) {
    if (!maySetRules() || !isBelow(member) || !server.offers("setPermission")) {
      return List.of();
    }
    return Stream.of(Role.ADMIN, Role.MEMBER, Role.READER)
        .filter(role -> role != roleOf(member) && (role != Role.ADMIN || isOwner()))
        .toList();
  }

  /// Gives a member of the chat that is in view now a role, when run.
  public Runnable giving(UserId member, Role role) {
    return appending(new Action.SetRole(member, role));
  }

  /// Gives the chat another name.
  public void rename(String title) {
    appending(new Action.Rename(title)).run();
  }

  /// Says what the chat is about.
  ///
  /// @return why that is not fit; empty if it is
  public String setTopic(String topic) {
    try {
      appending(new Action.SetTopic(topic)).run();
      return "";
    } catch (FaultException unfit) {
      return Messages.get("fault.topic.long", Limits.TOPIC);
    }
  }

  public void setPermission(Permission permission, Role from) {
    appending(new Action.SetPermission(permission, from)).run();
  }

  /// What this person can set for themselves in the chat.
  public List<ChatCommands.Command> muting() {
    ChatItem now = item.get();
    return now == null ? List.of() : commands.muting(now);
  }

  /// Until when this person is not told of messages; empty where they are.
  public String muted() {
    ChatItem now = item.get();
    Instant here = display.times().now();
    if (now == null || !now.own().preferences().isMuted(here)) {
      return "";
    }
    Instant until = now.own().preferences().mutedUntil();
    return until == null || until.equals(Action.Mute.ALWAYS)
        ? Messages.get("details.muted.always")
        : Messages.get("details.muted", display.times().moment(until));
  }

  /// A message of the chat, as it is now.
  public void row(long seq, Consumer<String> words) {
    ChatItem now = item.get();
    if (now != null) {
      server.whenDone(
          server.client().row(now.id(), seq),
          found ->
              found.ifPresent(
                  row -> words.accept(new ActionText(display).preview(row.entry().action()))),
          failure -> {});
    }
  }

  /// Whether this person, who owns the server, may delete the chat for everybody: not the lobby.
  public boolean mayDeleteChat() {
    ChatItem now = item.get();
    return server.isOwner() && now != null && (now.chat().isGroup() || isDirect());
  }

  /// Whether this person, who owns the server, may remove another from it.
  public boolean mayDeleteUser(UserId member) {
    return server.isOwner() && !display.isMe(member) && !display.isAlias(member);
  }

  public boolean isDirect() {
    ChatItem now = item.get();
    return now != null && now.chat().kind() == Chat.Kind.DIRECT;
  }

  /// Whether there is a rule of who may add others.
  boolean isAddingRuled() {
    ChatItem now = item.get();
    return isGroup() && now != null && !display.isMasked(now);
  }

  /// What nobody should believe of a masked chat; empty for others.
  public String caution() {
    ChatItem now = item.get();
    return now != null && display.isMasked(now) ? Messages.get("mask.caution") : "";
  }

  private boolean isGroup() {
    ChatItem now = item.get();
    return now != null && now.chat().isGroup();
  }

  /// Leaves the chat that is in view now, when run.
  public Runnable leaving() {
    ChatItem now = item.get();
    return now == null ? () -> {} : appending(new Action.RemoveMember(now.own().as()));
  }

  /// Removes a member from the chat that is in view now, when run.
  public Runnable removing(UserId member) {
    return appending(new Action.RemoveMember(member));
  }

  /// Makes a member the owner of the chat that is in view now in this person's place, when run.
  public Runnable makingOwner(UserId member) {
    return appending(new Action.SetRole(member, Role.OWNER));
  }

  /// Deletes the chat that is in view now for everybody, when run.
  public Runnable deletingChat() {
    ChatItem asked = item.get();
    return () -> {
      clearError();
      if (asked != null) {
        server.deleteChat(asked.id(), this::failed);
      }
    };
  }

  /// Removes a person from the server, when run.
  public Runnable deletingUser(UserId user) {
    return () -> {
      clearError();
      server.deleteUser(user, this::failed);
    };
  }

  private void failed(Throwable failure) {
    error.set(ErrorText.of(failure));
  }

  /// Sets how long members wait between two messages, in seconds; 0 turns slow mode off.
  public void setSlowMode(int seconds) {
    appending(new Action.SetSlowMode(seconds)).run();
  }

  /// What a person does with a message is answered in the timeline.
  private void refused(Change.ActionRefused refused) {
    boolean here = refused.chat().equals(server.currentProperty().get());
    if (here && !(refused.action() instanceof Action.Targeted)) {
      error.set(ActionText.refused(refused.action(), refused.fault()));
    }
  }

  /// Another chat may be in view by the time that a question is answered.
  private Runnable appending(Action action) {
    ChatItem asked = item.get();
    return () -> {
      clearError();
      if (asked != null) {
        server.append(asked.id(), action);
      }
    };
  }

  private void refresh() {
    ChatItem now = server.currentChat().orElse(null);
    List<UserId> unsorted = now == null ? List.of() : now.chat().members();
    if (sortedIn != server.surroundings() || !unsorted.equals(sortedFrom)) {
      sortedIn = server.surroundings();
      sortedFrom = unsorted;
      sort();
    }
    item.set(now);
  }

  private void sort() {
    List<UserId> sorted =
        sortedFrom.stream()
            .sorted(
                Comparator.comparing((UserId id) -> !display.isMe(id))
                    .thenComparing(display::presenceNow)
                    .thenComparing(display::name, String.CASE_INSENSITIVE_ORDER))
            .toList();
    if (!members.equals(sorted)) {
      members.setAll(sorted);
    }
  }
}

package hearth.desktop.text;

import hearth.client.model.ChatItem;
import hearth.protocol.Chat;
import hearth.protocol.Presence;
import hearth.protocol.User;
import hearth.protocol.UserId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// How people and chats are called and described. Confined to the FX thread.
public final class DisplayText {
  private final UserDirectory people;
  private final Times times;

  public DisplayText(UserDirectory people, Times times) {
    this.people = people;
    this.times = times;
  }

  public Times times() {
    return times;
  }

  /// This person, whom the server has named before anything is shown.
  public UserId me() {
    return Objects.requireNonNull(people.me());
  }

  public boolean isMe(UserId id) {
    return id.equals(people.me());
  }

  public String name(UserId id) {
    return people.person(id).map(User::name).orElseGet(() -> Messages.get("person.unknown"));
  }

  /// The name, or "You".
  public String nameOrYou(UserId id) {
    return isMe(id) ? Messages.get("person.you") : name(id);
  }

  /// The name up to its first blank, for narrow places.
  public String firstName(UserId id) {
    String name = name(id);
    int blank = name.indexOf(' ');
    return blank < 0 ? name : name.substring(0, blank);
  }

  /// The other person of a direct chat.
  public Optional<UserId> other(Chat chat) {
    if (chat.kind() != Chat.Kind.DIRECT) {
      return Optional.empty();
    }
    return chat.members().stream().filter(member -> !isMe(member)).findFirst();
  }

  public String title(Chat chat) {
    return other(chat).map(this::name).orElse(chat.title());
  }

  /// Whether somebody is here now; while this device is offline, nobody is known to be.
  public Presence presenceNow(UserId id) {
    return people.isOnline()
        ? people.person(id).map(User::presence).orElse(Presence.OFFLINE)
        : Presence.OFFLINE;
  }

  /// The other person of a direct chat, as [#presenceNow(UserId)] has it.
  public Presence presenceNow(Chat chat) {
    return other(chat).map(this::presenceNow).orElse(Presence.OFFLINE);
  }

  /// `here`, `away`, `last seen yesterday`, `not here`; empty where nothing is known.
  public String presence(UserId id) {
    return people.person(id).map(this::presence).orElse("");
  }

  private String presence(User user) {
    return switch (presenceNow(user.id())) {
      case ONLINE -> Messages.get("presence.here");
      case AWAY -> Messages.get("presence.away");
      case UNKNOWN -> "";
      case OFFLINE -> {
        if (user.presence() != Presence.OFFLINE) {
          yield "";
        }
        yield user.lastSeen() == null
            ? Messages.get("presence.gone")
            : times.lastSeen(user.lastSeen());
      }
    };
  }

  /// What stands under a chat's title.
  public String about(ChatItem item) {
    Optional<UserId> other = other(item.chat());
    if (other.isPresent()) {
      return presence(other.get());
    }
    List<UserId> members = item.chat().members();
    if (!people.isOnline()) {
      return Messages.get("chat.members-offline", members.size());
    }
    long here = members.stream().filter(member -> presenceNow(member) != Presence.OFFLINE).count();
    return Messages.get("chat.members", members.size(), here);
  }

  /// Who is writing in a chat now, as far as is known.
  public List<UserId> writers(ChatItem item) {
    return people.isOnline() ? item.typing() : List.of();
  }

  /// `Bo and Chen are typing…`; empty for nobody.
  public String typing(List<UserId> writers) {
    return switch (writers.size()) {
      case 0 -> "";
      case 1 -> Messages.get("typing.one", firstName(writers.getFirst()));
      case 2 ->
          Messages.get("typing.two", firstName(writers.getFirst()), firstName(writers.get(1)));
      default -> Messages.get("typing.many", writers.size());
    };
  }
}

package hearth.desktop.text;

import hearth.client.model.ChatItem;
import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.Presence;
import hearth.protocol.Sign;
import hearth.protocol.Status;
import hearth.protocol.User;
import hearth.protocol.UserId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Names and descriptions of people and chats. Confined to the FX thread.
public final class DisplayText {
  /// What servers call a lobby that nobody has renamed.
  private static final String LOBBY = "Lobby";

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

  /// Who this person is in a chat: themselves, or an alias.
  public UserId me(ChatId chat) {
    return Objects.requireNonNull(people.me(chat));
  }

  /// Whether somebody is this person, under whatever alias.
  public boolean isMe(UserId id) {
    return people.isMe(id);
  }

  /// Whether somebody is in a masked chat, and nobody is told who it is.
  public boolean isAlias(UserId id) {
    return people.person(id).filter(User::isAlias).isPresent();
  }

  /// Whether everybody is in a chat under an alias.
  public boolean isMasked(ChatItem item) {
    return isAlias(item.own().as());
  }

  /// Whether the server has said who somebody is.
  boolean isKnown(UserId id) {
    return people.person(id).isPresent();
  }

  public String name(UserId id) {
    return people.person(id).map(DisplayText::name).orElseGet(() -> Messages.get("person.unknown"));
  }

  private static String name(User user) {
    return switch (user.kind()) {
      case PERSON -> user.name();
      case ALIAS -> AliasText.of(user.name());
      case DELETED -> Messages.get("person.deleted");
    };
  }

  private boolean isDeleted(UserId id) {
    return people.person(id).filter(User::deleted).isPresent();
  }

  /// The name, or "You".
  public String nameOrYou(UserId id) {
    return isMe(id) ? Messages.get("person.you") : name(id);
  }

  /// The name up to its first space, for narrow places.
  public String firstName(UserId id) {
    String name = name(id);
    int blank = name.indexOf(' ');
    return blank < 0 || isDeleted(id) || isAlias(id) ? name : name.substring(0, blank);
  }

  /// What stands for somebody who is mentioned, as `@Mira`.
  ///
  /// @param user null for everybody in a chat
  public String mention(@Nullable UserId user) {
    return "@" + (user == null ? Messages.get("mention.all") : name(user));
  }

  /// Whether a chat is this person's with themselves.
  public boolean isSaved(Chat chat) {
    return chat.kind() == Chat.Kind.DIRECT && chat.members().stream().allMatch(this::isMe);
  }

  /// The other person of a direct chat.
  public Optional<UserId> other(Chat chat) {
    if (chat.kind() != Chat.Kind.DIRECT) {
      return Optional.empty();
    }
    return chat.members().stream().filter(member -> !isMe(member)).findFirst();
  }

  /// What stands in the place of messages while there are none.
  public String nothingIn(Chat chat) {
    if (isSaved(chat)) {
      return Messages.get("timeline.empty.saved");
    }
    return other(chat)
        .map(person -> Messages.get("timeline.empty.direct", firstName(person)))
        .orElseGet(() -> Messages.get("timeline.empty", title(chat)));
  }

  public String title(Chat chat) {
    if (isSaved(chat)) {
      return Messages.get("chat.saved");
    }
    boolean unnamed = chat.kind() == Chat.Kind.LOBBY && chat.title().equals(LOBBY);
    return unnamed ? Messages.get("chat.lobby") : other(chat).map(this::name).orElse(chat.title());
  }

  /// Whether someone is online; unknown, and so offline, while this device is not connected.
  public Presence presenceNow(UserId id) {
    return people.isOnline()
        ? people.person(id).map(User::presence).orElse(Presence.OFFLINE)
        : Presence.OFFLINE;
  }

  /// The other person of a direct chat, as [#presenceNow(UserId)] has it.
  public Presence presenceNow(Chat chat) {
    return other(chat).map(this::presenceNow).orElse(Presence.OFFLINE);
  }

  /// Whether somebody is here, and what they say of themselves: `online · in a meeting (until
  /// 14:00)`; empty if unknown.
  public String presence(UserId id) {
    return people
        .person(id)
        .map(user -> joined(presence(user), status(user.status().at(times.now()))))
        .orElse("");
  }

  /// Whether somebody is here, without what they say of themselves.
  public String presenceAlone(UserId id) {
    return people.person(id).map(this::presence).orElse("");
  }

  /// What somebody says of themselves, without its end: `in a meeting`; empty for nothing.
  public String status(UserId id) {
    return people.person(id).map(user -> user.status().at(times.now()).text()).orElse("");
  }

  private static String joined(String presence, String status) {
    return presence.isEmpty() || status.isEmpty()
        ? presence + status
        : Messages.get("presence.status", presence, status);
  }

  private String status(Status said) {
    return said.until() == null
        ? said.text()
        : Messages.get("status.until", said.text(), times.moment(said.until()));
  }

  /// `online`, `away`, `do not disturb`, `last seen yesterday`, `offline`; empty if unknown.
  private String presence(User user) {
    if (user.isAlias()) {
      return "";
    }
    boolean quiet = user.status().isQuiet(times.now());
    return switch (presenceNow(user.id())) {
      case ONLINE -> Messages.get(quiet ? "presence.quiet" : "presence.online");
      case AWAY -> Messages.get(quiet ? "presence.quiet" : "presence.away");
      case UNKNOWN -> "";
      case OFFLINE -> {
        if (user.presence() != Presence.OFFLINE) {
          yield "";
        }
        yield user.lastSeen() == null
            ? Messages.get("presence.offline")
            : times.lastSeen(user.lastSeen());
      }
    };
  }

  /// The line under a chat's title: presence or members, and who is looking at the chat.
  public String about(ChatItem item) {
    String members = membersOf(item);
    String looking = looking(people.isOnline() ? item.showing(Sign.LOOKING) : List.of());
    return looking.isEmpty() || members.isEmpty()
        ? members + looking
        : Messages.get("chat.about", members, looking);
  }

  private String looking(List<UserId> users) {
    return switch (users.size()) {
      case 0 -> "";
      case 1 -> Messages.get("looking.one", firstName(users.getFirst()));
      case 2 -> Messages.get("looking.two", firstName(users.getFirst()), firstName(users.get(1)));
      default -> Messages.get("looking.many", users.size());
    };
  }

  private String membersOf(ChatItem item) {
    if (isMasked(item)) {
      String mask = Messages.get("mask.you", name(item.own().as()));
      int members = item.chat().members().size();
      return other(item.chat()).isPresent()
          ? mask
          : Messages.get("chat.about", mask, Messages.get("chat.members-offline", members));
    }
    Optional<UserId> other = other(item.chat());
    if (other.isPresent()) {
      return presence(other.get());
    }
    if (isSaved(item.chat())) {
      return Messages.get("chat.saved.about");
    }
    List<UserId> members = item.chat().members();
    if (!people.isOnline()) {
      return Messages.get("chat.members-offline", members.size());
    }
    long here = members.stream().filter(member -> presenceNow(member) != Presence.OFFLINE).count();
    return Messages.get("chat.members", members.size(), here);
  }

  /// Who is typing in a chat now.
  public List<UserId> writers(ChatItem item) {
    return people.isOnline() ? item.showing(Sign.TYPING) : List.of();
  }

  /// Who is typing, for the chat list: the other person of a direct chat needs no name.
  public String typing(Chat chat, List<UserId> writers) {
    return chat.kind() == Chat.Kind.DIRECT ? Messages.get("typing.direct") : typing(writers);
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

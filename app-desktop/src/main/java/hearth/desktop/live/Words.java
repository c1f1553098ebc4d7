package hearth.desktop.live;

import hearth.client.ChatItem;
import hearth.desktop.fx.Avatar;
import hearth.desktop.fx.Texts;
import hearth.desktop.fx.Tone;
import hearth.protocol.Chat;
import hearth.protocol.Presence;
import hearth.protocol.ServerInfo;
import hearth.protocol.User;
import hearth.protocol.UserId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How people and chats are called and described. Confined to the FX thread.
public final class Words {
  private final LiveServer live;
  private final Times times;

  public Words(LiveServer live, Times times) {
    this.live = live;
    this.times = times;
  }

  public Times times() {
    return times;
  }

  public boolean isMe(UserId id) {
    return id.equals(live.me());
  }

  public String name(UserId id) {
    return live.person(id).map(User::name).orElseGet(() -> Texts.of("person.unknown"));
  }

  /// The name, or "You".
  public String nameOrYou(UserId id) {
    return isMe(id) ? Texts.of("person.you") : name(id);
  }

  /// The name up to its first blank, for narrow places.
  public String firstName(UserId id) {
    String name = name(id);
    int blank = name.indexOf(' ');
    return blank < 0 ? name : name.substring(0, blank);
  }

  public Tone tone(UserId id) {
    return Tone.of("user", id.value());
  }

  /// A direct chat has the other person's colour.
  public Tone tone(Chat chat) {
    return other(chat).map(this::tone).orElseGet(() -> Tone.of("chat", chat.id().value()));
  }

  public static Tone tone(ServerInfo server) {
    return Tone.of("server", server.id().hashCode());
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
    return live.isOnline()
        ? live.person(id).map(User::presence).orElse(Presence.OFFLINE)
        : Presence.OFFLINE;
  }

  public Avatar.@Nullable Dot dot(UserId id) {
    return switch (presenceNow(id)) {
      case ONLINE -> Avatar.Dot.HERE;
      case AWAY -> Avatar.Dot.AWAY;
      case OFFLINE -> null;
    };
  }

  public Avatar.@Nullable Dot dot(Chat chat) {
    Optional<UserId> other = other(chat);
    return other.isPresent() ? dot(other.get()) : null;
  }

  /// `here`, `away`, `last seen yesterday`, `not here`; empty where nothing is known.
  public String presence(UserId id) {
    return live.person(id).map(this::presence).orElse("");
  }

  private String presence(User user) {
    return switch (presenceNow(user.id())) {
      case ONLINE -> Texts.of("presence.here");
      case AWAY -> Texts.of("presence.away");
      case OFFLINE -> {
        if (user.presence() != Presence.OFFLINE) {
          yield "";
        }
        yield user.lastSeen() == null ? Texts.of("presence.gone") : times.lastSeen(user.lastSeen());
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
    if (!live.isOnline()) {
      return Texts.of("chat.members-offline", members.size());
    }
    long here = members.stream().filter(member -> dot(member) != null).count();
    return Texts.of("chat.members", members.size(), here);
  }

  /// Who is writing in a chat now, as far as is known.
  public List<UserId> writers(ChatItem item) {
    return live.isOnline() ? item.typing() : List.of();
  }

  /// `Bo and Chen are typing…`; empty for nobody.
  public String typing(List<UserId> writers) {
    return switch (writers.size()) {
      case 0 -> "";
      case 1 -> Texts.of("typing.one", firstName(writers.getFirst()));
      case 2 -> Texts.of("typing.two", firstName(writers.getFirst()), firstName(writers.get(1)));
      default -> Texts.of("typing.many", writers.size());
    };
  }
}

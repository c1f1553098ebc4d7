package hearth.protocol;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A chat and who is in it.
///
/// @param title empty for a direct chat, which is named after the other person
/// @param members everyone in it, in the order of their joining
/// @param roles the roles of those who are more than plain members
/// @param settings what actions have set
public record Chat(
    ChatId id,
    Kind kind,
    String title,
    List<UserId> members,
    List<MemberRole> roles,
    ChatSettings settings) {
  /// What sort of chat it is.
  public enum Kind {
    /// The one chat that everybody on the server is in.
    LOBBY,
    /// Two people.
    DIRECT,
    /// Chosen people, under a name.
    GROUP,
    /// As a group, and everybody on the server can find it and come in.
    CHANNEL,
    /// As a channel, and each member is there under an alias.
    MASKED,
    /// A kind of a newer version.
    UNKNOWN
  }

  public Chat {
    members = List.copyOf(members);
    roles = List.copyOf(roles);
  }

  /// A chat in which nothing was set but slow mode.
  public Chat(
      ChatId id,
      Kind kind,
      String title,
      List<UserId> members,
      List<MemberRole> roles,
      int slowModeSeconds) {
    this(
        id,
        kind,
        title,
        members,
        roles,
        ChatSettings.USUAL.after(new Action.SetSlowMode(slowModeSeconds)));
  }

  /// A member who is more than a plain one.
  public record MemberRole(UserId user, Role role) {}

  /// What somebody may do here; a plain member where nothing is said of them.
  public Role roleOf(UserId user) {
    return roles.stream()
        .filter(known -> known.user().equals(user))
        .map(MemberRole::role)
        .findFirst()
        .orElse(Role.MEMBER);
  }

  /// Who sets the chat's rules; nobody in a direct chat.
  public Optional<UserId> owner() {
    return roles.stream()
        .filter(known -> known.role() == Role.OWNER)
        .map(MemberRole::user)
        .findFirst();
  }

  /// This chat after an action in it.
  public Chat after(Action action) {
    return switch (action) {
      case Action.AddMembers added -> {
        Set<UserId> all = new LinkedHashSet<>(members);
        yield all.addAll(added.members()) ? with(List.copyOf(all), roles) : this;
      }
      case Action.RemoveMember removed ->
          with(without(removed.member()), rolesWithout(removed.member()));
      case Action.SetRole set -> {
        List<MemberRole> now = rolesWithout(set.member());
        if (set.role() != Role.MEMBER) {
          now.add(new MemberRole(set.member(), set.role()));
        }
        yield with(members, now);
      }
      case Action.Rename(String now) -> new Chat(id, kind, now, members, roles, settings);
      case Action.SetSlowMode _, Action.SetTopic _, Action.SetPermission _, Action.Targeted _ ->
          with(settings.after(action));
      case Action.Post _, Action.Personal _, Action.Unknown _ -> this;
    };
  }

  /// Whether somebody, who is a member, has a permission here: in a direct chat both have all.
  public boolean allows(UserId user, Permission permission) {
    return kind == Kind.DIRECT || roleOf(user).atLeast(settings.lowest(permission));
  }

  /// Whether it has a name, and members who come and go.
  public boolean isGroup() {
    return switch (kind) {
      case GROUP, CHANNEL, MASKED -> true;
      case LOBBY, DIRECT, UNKNOWN -> false;
    };
  }

  /// How long a member waits between two messages; 0 for no wait.
  public int slowModeSeconds() {
    return settings.slowModeSeconds();
  }

  private Chat with(ChatSettings now) {
    return new Chat(id, kind, title, members, roles, now);
  }

  private Chat with(List<UserId> nowMembers, List<MemberRole> nowRoles) {
    return new Chat(id, kind, title, nowMembers, nowRoles, settings);
  }

  private List<UserId> without(UserId user) {
    return members.stream().filter(member -> !member.equals(user)).toList();
  }

  private List<MemberRole> rolesWithout(UserId user) {
    List<MemberRole> others = new ArrayList<>(roles);
    others.removeIf(known -> known.user().equals(user));
    return others;
  }
}

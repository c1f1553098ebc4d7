package hearth.server.policy;

import hearth.protocol.Action;
import hearth.protocol.Chat;
import hearth.protocol.ChatSettings;
import hearth.protocol.Content;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Mentions;
import hearth.protocol.Permission;
import hearth.protocol.Role;
import hearth.protocol.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who may do what in a chat: one line per action. Whoever asks is a member. Holds no state.
public final class ChatPolicy {
  private ChatPolicy() {}

  /// Refuses what the actor may not do.
  ///
  /// @throws FaultException `NOT_ALLOWED`, or `USER_UNKNOWN` where the action names a person who is
  ///   not in the chat
  public static void check(Action action, Actor actor) {
    boolean allowed =
        switch (action) {
          case Action.Post post -> actor.has(Permission.POST) && actor.mayMention(post);
          case Action.Edit(long target, Content content) ->
              actor.isAuthor()
                  && actor.has(Permission.POST)
                  && actor.mayMention(new Action.Post(content, target));
          case Action.React _, Action.Personal _ -> true;
          case Action.Delete _ -> actor.isAuthor() || actor.is(Role.ADMIN);
          case Action.Pin _ -> actor.has(Permission.PIN);
          case Action.AddMembers add -> actor.inGroup() && (actor.mayAdd() || actor.comesIn(add));
          case Action.RemoveMember remove ->
              actor.inGroup()
                  && (remove.member().equals(actor.user())
                      || (actor.is(Role.ADMIN) && actor.isAbove(actor.needMember())));
          case Action.SetRole set -> actor.maySet(set);
          case Action.Rename _ -> actor.inGroup() && actor.is(Role.ADMIN);
          case Action.SetTopic _, Action.SetPermission _, Action.SetSlowMode _ ->
              actor.is(Role.ADMIN);
          case Action.Unknown _ -> false;
        };
    if (!allowed) {
      throw new FaultException(Fault.NOT_ALLOWED);
    }
  }

  /// Who acts.
  ///
  /// @param role in this chat; that of a plain member for somebody who is about to come in
  /// @param settings the chat's
  /// @param targetAuthor who wrote the message that the action targets; null for other actions
  /// @param memberRole the role, in this chat, of the person whom the action names; null for other
  ///   actions, and for a person who is not in the chat
  public record Actor(
      UserId user,
      Chat.Kind kind,
      Role role,
      ChatSettings settings,
      @Nullable UserId targetAuthor,
      @Nullable Role memberRole) {
    /// At least this, where there are roles at all: the two of a direct chat have none.
    boolean is(Role least) {
      return kind != Chat.Kind.DIRECT && role.atLeast(least);
    }

    boolean has(Permission permission) {
      return kind == Chat.Kind.DIRECT || role.atLeast(settings.lowest(permission));
    }

    boolean isAuthor() {
      return user.equals(targetAuthor);
    }

    boolean inGroup() {
      return kind == Chat.Kind.GROUP || isOpen();
    }

    /// Whether people come in by themselves.
    private boolean isOpen() {
      return kind == Chat.Kind.CHANNEL || kind == Chat.Kind.MASKED;
    }

    /// Whether others may be brought in: into a masked chat nobody, who would be known there.
    boolean mayAdd() {
      return kind != Chat.Kind.MASKED && has(Permission.ADD);
    }

    boolean mayMention(Action.Post post) {
      return !Mentions.in(post).all() || has(Permission.MENTION_ALL);
    }

    /// Whether somebody comes into a channel or a masked chat by themselves.
    boolean comesIn(Action.AddMembers add) {
      return isOpen() && add.members().equals(List.of(user));
    }

    boolean isAbove(Role other) {
      return role != other && role.atLeast(other);
    }

    /// The owner gives every role, in a group their own too; an admin those below.
    boolean maySet(Action.SetRole set) {
      if (kind == Chat.Kind.DIRECT || set.member().equals(user) || !role.atLeast(Role.ADMIN)) {
        return false;
      }
      Role before = needMember();
      return switch (set.role()) {
        case OWNER -> role == Role.OWNER && inGroup();
        case ADMIN -> role == Role.OWNER;
        case MEMBER, READER, UNKNOWN -> isAbove(before);
      };
    }

    Role needMember() {
      if (memberRole == null) {
        throw new FaultException(Fault.USER_UNKNOWN);
      }
      return memberRole;
    }
  }
}

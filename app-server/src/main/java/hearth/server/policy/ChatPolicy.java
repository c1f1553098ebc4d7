package hearth.server.policy;

import hearth.protocol.Action;
import hearth.protocol.Chat;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Role;
import hearth.protocol.UserId;
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
          case Action.Post _, Action.React _ -> true;
          case Action.Edit _ -> actor.isAuthor();
          case Action.Delete _ -> actor.isAuthor() || actor.isOwner();
          case Action.Pin _ -> actor.isOwner() || actor.inDirect();
          case Action.AddMembers _ -> actor.isOwner() && actor.inGroup();
          case Action.RemoveMember remove ->
              actor.inGroup()
                  && (remove.member().equals(actor.user())
                      || (actor.isOwner() && actor.needMember()));
          case Action.SetRole set ->
              actor.inGroup()
                  && actor.isOwner()
                  && !set.member().equals(actor.user())
                  && actor.needMember();
          case Action.SetSlowMode _ -> actor.isOwner();
          case Action.Unknown _ -> false;
        };
    if (!allowed) {
      throw new FaultException(Fault.NOT_ALLOWED);
    }
  }

  /// Who acts.
  ///
  /// @param role in this chat
  /// @param targetAuthor who wrote the message that the action targets; null for other actions
  /// @param memberRole the role, in this chat, of the person whom the action names; null for other
  ///   actions, and for a person who is not in the chat
  public record Actor(
      UserId user,
      Chat.Kind kind,
      Role role,
      @Nullable UserId targetAuthor,
      @Nullable Role memberRole) {
    boolean isOwner() {
      return role == Role.OWNER;
    }

    boolean isAuthor() {
      return user.equals(targetAuthor);
    }

    boolean inDirect() {
      return kind == Chat.Kind.DIRECT;
    }

    boolean inGroup() {
      return kind == Chat.Kind.GROUP;
    }

    boolean needMember() {
      if (memberRole == null) {
        throw new FaultException(Fault.USER_UNKNOWN);
      }
      return true;
    }
  }
}

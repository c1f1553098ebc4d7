package hearth.server.policy;

import hearth.protocol.Action;
import hearth.protocol.Request;

/// Requests that are counted together.
public enum RateCategory {
  /// What is stored: messages, chats and their settings.
  WRITING,
  /// Signs, such as typing.
  SIGNS,
  /// New accounts.
  JOINING,
  /// Reading a chat's log.
  HISTORY,
  /// Asking whose server it is, and coming back.
  RESUMING,
  /// TLS handshakes, which are not refused when they come too fast, but wait.
  HANDSHAKES,
  /// Everything else: markers, presence, and what is no valid request.
  OTHER;

  /// How many members of a chat cost as much as a message.
  private static final int MEMBERS_PER_TOKEN = 10;

  /// How many tokens a request takes: who adds a thousand people to a chat changes what a thousand
  /// people see.
  public static int price(Request request) {
    if (request instanceof Request.CreateGroup group) {
      return 1 + group.members().size() / MEMBERS_PER_TOKEN;
    }
    if (request instanceof Request.Append append
        && append.action() instanceof Action.AddMembers add) {
      return 1 + add.members().size() / MEMBERS_PER_TOKEN;
    }
    return 1;
  }

  /// The category of a request.
  public static RateCategory of(Request request) {
    return switch (request) {
      case Request.Append _,
          Request.OpenDirect _,
          Request.CreateGroup _,
          Request.DeleteChat _,
          Request.DeleteUser _ ->
          WRITING;
      case Request.ShowSign _ -> SIGNS;
      case Request.Join _ -> JOINING;
      case Request.CatchUp _,
          Request.FetchHistory _,
          Request.FetchVersions _,
          Request.CountUnread _,
          Request.FetchOverview _ ->
          HISTORY;
      case Request.Hello _, Request.Resume _ -> RESUMING;
      case Request.MarkRead _, Request.MarkDelivered _, Request.SetAway _ -> OTHER;
    };
  }
}

package hearth.desktop.text;

import hearth.client.JoinException;
import hearth.client.link.Link;
import hearth.client.model.Connection;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Limits;
import hearth.protocol.ServerInfo;
import java.util.concurrent.CompletionException;

/// Refusals and failures as a sentence for a person. Safe from any thread.
public final class ErrorText {
  private ErrorText() {}

  public static String of(Throwable failure) {
    return switch (failure) {
      case CompletionException wrapper when wrapper.getCause() != null -> of(wrapper.getCause());
      case FaultException refused -> of(refused);
      case JoinException join -> of(join);
      default -> Messages.get("failure.other", String.valueOf(failure.getMessage()));
    };
  }

  /// Why the server did not take what this person sets for themselves: it is asked once, and needs
  /// a connection.
  public static String ofOwn(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof JoinException ? Messages.get("profile.offline") : of(failure);
  }

  private static String of(JoinException join) {
    FaultException refusal = join.refusal();
    Link.Closing closing = join.closing();
    if (refusal != null) {
      return of(refusal);
    }
    return of(closing == null ? Link.Closing.LOST : closing);
  }

  private static String of(FaultException refused) {
    long seconds = refused.retryAfter().plusMillis(999).toSeconds();
    return seconds == 0 ? of(refused.fault()) : Messages.get("fault.rate.wait", seconds);
  }

  public static String of(Fault fault) {
    return switch (fault) {
      case NAME_EMPTY -> Messages.get("fault.name.empty");
      case NAME_TOO_LONG -> Messages.get("fault.name.long", Limits.NAME);
      case NAME_CHARACTERS -> Messages.get("fault.name.characters");
      case NAME_TAKEN -> Messages.get("fault.name.taken");
      case TEXT_EMPTY -> Messages.get("fault.text.empty");
      case TEXT_TOO_LONG -> Messages.get("fault.text.long", Limits.TEXT);
      case TOKEN_UNKNOWN -> Messages.get("fault.token");
      case CHAT_UNKNOWN -> Messages.get("fault.chat");
      case USER_UNKNOWN -> Messages.get("fault.user");
      case MEMBERS_TOO_MANY -> Messages.get("fault.members.many", Limits.GROUP);
      case MEMBERS_TOO_FEW -> Messages.get("fault.members.few");
      case UNKNOWN -> Messages.get("fault.unknown");
      case EMOJI_INVALID -> Messages.get("fault.emoji");
      case ACTION_UNKNOWN -> Messages.get("feature.missing");
      case MESSAGE_UNKNOWN -> Messages.get("fault.target");
      case REACTIONS_TOO_MANY -> Messages.get("fault.reactions", Limits.REACTIONS);
      case STORE_FAILED -> Messages.get("fault.store");
      case SERVER_BUSY -> Messages.get("fault.busy");
      case SERVER_STOPPING -> Messages.get("fault.stopping");
      case NOT_ALLOWED -> Messages.get("fault.not-allowed");
      case RATE_LIMITED -> Messages.get("fault.rate");
      case ACCOUNT_DELETED -> Messages.get("fault.removed");
      case DEVICE_SIGNED_OUT -> Messages.get("fault.device.signed-out");
      case DEVICE_CODE_UNKNOWN -> Messages.get("fault.device.code");
      case DEVICES_TOO_MANY -> Messages.get("fault.devices.many", Limits.DEVICES);
      case BLOCKED_TOO_MANY -> Messages.get("fault.blocked.many", Limits.BLOCKED);
      case PEOPLE_TOO_MANY -> Messages.get("fault.people.many");
      case JOINS_TOO_MANY -> Messages.get("fault.joins.many");
      case OWN_CHATS_TOO_MANY -> Messages.get("fault.chats.own");
      case CHATS_TOO_MANY -> Messages.get("fault.chats.many");
      case SERVER_OWNER_ONLY -> Messages.get("fault.server-owner");
      case SERVER_OWNER_STAYS -> Messages.get("fault.server-owner.stays");
      case PARSE_ERROR,
          INVALID_REQUEST,
          METHOD_UNKNOWN,
          PARAMS_INVALID,
          INTERNAL,
          NOT_JOINED,
          ALREADY_JOINED,
          SEND_ID_REUSED ->
          Messages.get("fault.other", String.valueOf(fault.code()));
    };
  }

  /// What is wrong with a name that was typed; empty if nothing is.
  public static String ofName(String typed) {
    try {
      return ServerInfo.checkedName(typed).isEmpty() ? of(Fault.NAME_EMPTY) : "";
    } catch (FaultException refused) {
      return of(refused.fault());
    }
  }

  public static String of(Link.Closing closing) {
    return switch (closing) {
      case UNREACHABLE -> Messages.get("closing.unreachable");
      case NOT_HEARTH -> Messages.get("closing.not-hearth");
      case OTHER_KEY -> Messages.get("closing.other-key");
      case OTHER_SERVER -> Messages.get("closing.other-server");
      case ENCRYPTION_MISSING -> Messages.get("closing.plain");
      case BREACH -> Messages.get("closing.breach");
      case SILENT -> Messages.get("closing.silent");
      case LOST, TOO_SLOW, LEFT -> Messages.get("closing.lost");
    };
  }

  /// The connection in a word, for headers; empty while online.
  public static String shortly(Connection connection) {
    return switch (connection) {
      case Connection.Online() -> "";
      case Connection.Connecting() -> Messages.get("connection.connecting");
      case Connection.Waiting waiting -> Messages.get("connection.offline");
      case Connection.KeyChanged _ -> Messages.get("connection.offline");
      case Connection.Refused refused -> Messages.get("connection.offline");
    };
  }
}

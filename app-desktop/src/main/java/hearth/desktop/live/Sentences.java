package hearth.desktop.live;

import hearth.client.Connection;
import hearth.client.JoinException;
import hearth.client.link.Link;
import hearth.desktop.fx.Texts;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Limits;
import java.util.concurrent.CompletionException;

/// Refusals and failures as one sentence each in the person's language.
public final class Sentences {
  private Sentences() {}

  public static String of(Throwable failure) {
    return switch (failure) {
      case CompletionException wrapper when wrapper.getCause() != null -> of(wrapper.getCause());
      case FaultException refused -> of(refused);
      case JoinException join -> of(join);
      default -> Texts.of("failure.other", String.valueOf(failure.getMessage()));
    };
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
    return seconds == 0 ? of(refused.fault()) : Texts.of("fault.rate.wait", seconds);
  }

  public static String of(Fault fault) {
    return switch (fault) {
      case NAME_EMPTY -> Texts.of("fault.name.empty");
      case NAME_TOO_LONG -> Texts.of("fault.name.long", Limits.NAME);
      case NAME_CHARACTERS -> Texts.of("fault.name.characters");
      case NAME_TAKEN -> Texts.of("fault.name.taken");
      case TEXT_EMPTY -> Texts.of("fault.text.empty");
      case TEXT_TOO_LONG -> Texts.of("fault.text.long", Limits.TEXT);
      case TOKEN_UNKNOWN -> Texts.of("fault.token");
      case CHAT_UNKNOWN -> Texts.of("fault.chat");
      case USER_UNKNOWN -> Texts.of("fault.user");
      case MEMBERS_TOO_MANY -> Texts.of("fault.members.many", Limits.MEMBERS);
      case MEMBERS_TOO_FEW -> Texts.of("fault.members.few");
      case STORE_FAILED -> Texts.of("fault.store");
      case SERVER_BUSY -> Texts.of("fault.busy");
      case SERVER_STOPPING -> Texts.of("fault.stopping");
      case NOT_ALLOWED -> Texts.of("fault.not-allowed");
      case RATE_LIMITED -> Texts.of("fault.rate");
      case PARSE_ERROR,
          INVALID_REQUEST,
          METHOD_UNKNOWN,
          PARAMS_INVALID,
          INTERNAL,
          NOT_JOINED,
          ALREADY_JOINED,
          SEND_ID_REUSED ->
          Texts.of("fault.other", fault.sentence());
    };
  }

  public static String of(Link.Closing closing) {
    return switch (closing) {
      case UNREACHABLE -> Texts.of("closing.unreachable");
      case NOT_HEARTH -> Texts.of("closing.not-hearth");
      case OTHER_KEY -> Texts.of("closing.other-key");
      case LOST, TOO_SLOW, LEFT -> Texts.of("closing.lost");
    };
  }

  /// Two or three words for a header; empty while all is fine.
  public static String shortly(Connection connection) {
    return switch (connection) {
      case Connection.Online() -> "";
      case Connection.Connecting() -> Texts.of("connection.connecting");
      case Connection.Waiting waiting -> Texts.of("connection.offline");
      case Connection.KeyChanged() -> Texts.of("connection.offline");
      case Connection.Refused refused -> Texts.of("connection.offline");
    };
  }
}

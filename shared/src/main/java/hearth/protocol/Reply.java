package hearth.protocol;

import java.time.Instant;
import java.util.List;

/// What a server answers, one record an answer.
public sealed interface Reply {

  /// Whose server this is.
  record Welcome(ServerInfo server) implements Reply {}

  /// The new person's device token, to be kept like a password, and the first overview.
  record Joined(String token, Overview overview) implements Reply {
    /// Hides the token, which must not reach a log.
    @Override
    public String toString() {
      return "Joined[token=…, overview=" + overview + "]";
    }
  }

  /// The token was good.
  record Resumed(Overview overview) implements Reply {}

  /// The message is on the server's disk at this place.
  record Posted(ChatId chat, long seq, Instant at) implements Reply {
    public Posted {
      Checks.positive(seq, "seq");
    }
  }

  /// The chat asked for, new or not.
  record ChatOpened(ChatOverview chat) implements Reply {}

  /// A stretch of a chat's log without gaps, oldest first.
  ///
  /// @param more whether the log goes on in the direction asked for
  record Page(ChatId chat, List<Event.Logged> entries, boolean more) implements Reply {
    public Page {
      entries = Checks.atMost(Limits.PAGE, entries, Fault.PARAMS_INVALID);
    }
  }

  /// The client is too far behind to be caught up entry by entry: it forgets what it holds of the
  /// chat and goes on from these newest entries.
  record StartAfresh(ChatId chat, List<Event.Logged> newest) implements Reply {
    public StartAfresh {
      newest = Checks.atMost(Limits.PAGE, newest, Fault.PARAMS_INVALID);
    }
  }

  /// It was done; there is nothing to add.
  record Done() implements Reply {}
}

package hearth.protocol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One place in a chat's log: committed, numbered, the same for everybody.
///
/// @param seq the place, from 1, without gaps
/// @param at when the server committed it, to the millisecond
/// @param sendId the author's own id for it; null for what no client asked for by id
public record Entry(
    ChatId chat, long seq, Instant at, UserId author, @Nullable SendId sendId, Action action) {
  public Entry {
    Checks.positive(seq, "seq");
    if (action instanceof Action.Personal) {
      throw new FaultException(Fault.PARAMS_INVALID, "a personal action is no entry");
    }
  }

  /// The seq of the row that this entry changes; 0 where it makes a row of its own.
  public long target() {
    return switch (action) {
      case Action.Targeted targeted -> targeted.target();
      case Action.Unknown unknown -> unknown.target();
      case Action.Post _,
          Action.AddMembers _,
          Action.RemoveMember _,
          Action.SetRole _,
          Action.SetSlowMode _,
          Action.Rename _,
          Action.SetTopic _,
          Action.SetPermission _,
          Action.Personal _ ->
          0;
    };
  }

  /// Whether the entry makes a row of its own.
  public boolean standsAlone() {
    return target() == 0;
  }
}

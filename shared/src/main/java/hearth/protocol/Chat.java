package hearth.protocol;

import java.util.List;
import java.util.Optional;

/// A conversation and who is in it.
///
/// @param title empty for a direct chat, which is named after the other person
/// @param members everyone in it, in the order of their joining
/// @param slowModeSeconds how long a member waits from one message to the next; 0 for not at all
public record Chat(ChatId id, Kind kind, String title, List<UserId> members, int slowModeSeconds) {
  /// What sort of conversation it is.
  public enum Kind {
    /// The one chat that everybody on the server is in.
    LOBBY("lobby"),
    /// Two people.
    DIRECT("direct"),
    /// A chosen circle with a name.
    GROUP("group");

    private final String wire;

    Kind(String wire) {
      this.wire = wire;
    }

    String wire() {
      return wire;
    }
  }

  public Chat {
    title = kind == Kind.DIRECT ? "" : Checks.name(title);
    members = List.copyOf(members);
    Checks.between(slowModeSeconds, 0, Limits.SLOW_MODE_SECONDS, "slowModeSeconds");
  }

  /// A chat without slow mode.
  public Chat(ChatId id, Kind kind, String title, List<UserId> members) {
    this(id, kind, title, members, 0);
  }

  /// Who sets the chat's rules, and is not bound by slow mode: the author of its log's first entry,
  /// who is its first member. In a group that is who made it, in the lobby the host. Nobody in a
  /// direct chat.
  public Optional<UserId> keeper() {
    return kind == Kind.DIRECT ? Optional.empty() : members.stream().findFirst();
  }

  /// The same with other members.
  public Chat withMembers(List<UserId> others) {
    return new Chat(id, kind, title, others, slowModeSeconds);
  }

  /// The same in another slow mode.
  public Chat withSlowMode(int seconds) {
    return new Chat(id, kind, title, members, seconds);
  }
}

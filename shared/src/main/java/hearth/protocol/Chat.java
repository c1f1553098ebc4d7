package hearth.protocol;

import java.util.List;

/// A conversation and who is in it.
///
/// @param title empty for a direct chat, which is named after the other person
/// @param members everyone in it, in the order of their joining
public record Chat(ChatId id, Kind kind, String title, List<UserId> members) {
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
  }
}

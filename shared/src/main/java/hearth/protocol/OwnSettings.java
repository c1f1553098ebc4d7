package hearth.protocol;

import java.util.List;

/// What people have set for themselves on a server, in no chat. It is the same on all of their
/// devices, and nobody else hears of it.
///
/// @param hidden what they keep from the others, each once, in the order of [Hidden]
/// @param blocked whom they have blocked, at most [Limits#BLOCKED], in the order of blocking
public record OwnSettings(List<Hidden> hidden, List<Blocked> blocked) {
  /// Nothing is set.
  public static final OwnSettings NONE = new OwnSettings(List.of());

  public OwnSettings {
    hidden = hidden.stream().distinct().sorted().toList();
    blocked = List.copyOf(blocked);
  }

  /// Nobody is blocked.
  public OwnSettings(List<Hidden> hidden) {
    this(hidden, List.of());
  }

  public boolean hides(Hidden what) {
    return hidden.contains(what);
  }

  public boolean blocks(UserId user) {
    return blocked.stream().anyMatch(one -> one.user().equals(user));
  }
}

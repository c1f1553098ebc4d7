package hearth.protocol;

import java.util.List;

/// What people have set for themselves on a server, in no chat. It is the same on all of their
/// devices, and nobody else hears of it.
///
/// @param hidden what they keep from the others, each once, in the order of [Hidden]
public record OwnSettings(List<Hidden> hidden) {
  /// Nothing is set.
  public static final OwnSettings NONE = new OwnSettings(List.of());

  public OwnSettings {
    hidden = hidden.stream().distinct().sorted().toList();
  }

  public boolean hides(Hidden what) {
    return hidden.contains(what);
  }
}

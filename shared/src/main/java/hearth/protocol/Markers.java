package hearth.protocol;

import java.util.List;

/// How far every member of a chat has come, in few words: most members stand at the same place.
///
/// @param floor everybody who is not listed has read all up to this seq, and no more
/// @param listed those who stand elsewhere
public record Markers(long floor, List<Marker> listed) {
  public static final Markers NONE = new Markers(0, List.of());

  public Markers {
    Checks.notNegative(floor, "floor");
    listed = List.copyOf(listed);
  }

  /// How far one member has come.
  public Marker of(UserId user) {
    return listed.stream()
        .filter(marker -> marker.user().equals(user))
        .findFirst()
        .orElse(new Marker(user, floor, floor));
  }
}

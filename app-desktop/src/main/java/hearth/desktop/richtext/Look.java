package hearth.desktop.richtext;

import org.jspecify.annotations.Nullable;

/// How a stretch of a text is drawn.
///
/// @param link where a press on it leads; null for nowhere
public record Look(Face face, boolean struck, @Nullable String link) {
  public static final Look PLAIN = new Look(Face.PLAIN, false, null);

  public Look strong() {
    return new Look(new Face(true, face.slanted(), face.code()), struck, link);
  }

  public Look slanted() {
    return new Look(new Face(face.strong(), true, face.code()), struck, link);
  }

  public Look code() {
    return new Look(new Face(face.strong(), face.slanted(), true), struck, link);
  }

  public Look withStrike() {
    return new Look(face, true, link);
  }

  public Look leadingTo(String target) {
    return new Look(face, struck, target);
  }
}

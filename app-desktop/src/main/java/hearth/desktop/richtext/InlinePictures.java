package hearth.desktop.richtext;

import java.util.List;

/// Finds what is drawn as pictures within a text.
@FunctionalInterface
public interface InlinePictures {
  /// Draws all characters as what they are.
  InlinePictures NONE = (text, size) -> List.of();

  /// The pictures of a text, in order, none within another.
  ///
  /// @param size how wide and high each is drawn, in pixels
  List<InlinePicture> in(String text, double size);
}

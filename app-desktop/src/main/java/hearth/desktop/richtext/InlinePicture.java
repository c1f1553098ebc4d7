package hearth.desktop.richtext;

import javafx.scene.image.Image;

/// A stretch of a text that is drawn as a picture.
///
/// @param start its first index
/// @param end the index behind it
public record InlinePicture(int start, int end, Image image) {}

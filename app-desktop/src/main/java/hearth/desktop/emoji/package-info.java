/// Choosing emoji: the picker, the completion of short names, what was used last. Where emoji are
/// in a text, and their pictures, are `hearth.emoji`; JavaFX is mended to draw them.
package hearth.desktop.emoji;

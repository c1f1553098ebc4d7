/// Texts that people have written, drawn by a block of our own.
///
/// Invariant: any sequence of characters can be laid out at any width, and each of its characters
/// is in exactly one line. JavaFX is never asked to wrap: a stretch of one direction is shaped as a
/// whole, lines are broken and ordered here. What lays out knows no JavaFX; [TextBlock] draws it.
@NullMarked
package hearth.desktop.richtext;

import org.jspecify.annotations.NullMarked;

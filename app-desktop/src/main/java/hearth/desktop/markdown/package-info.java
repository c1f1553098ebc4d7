/// What people write with the marks of Markdown, as it is read.
///
/// Invariant: nothing that was written is lost or run. Marks of the subset (bold, italic, strike,
/// code, quotes, lists, links) are taken away and become looks; everything else, such as HTML,
/// pictures, headings or links to anything but `http`, `https` and `hearth`, is shown as the
/// characters that were written. Knows no JavaFX; the work is bounded for any text.
@NullMarked
package hearth.desktop.markdown;

import org.jspecify.annotations.NullMarked;

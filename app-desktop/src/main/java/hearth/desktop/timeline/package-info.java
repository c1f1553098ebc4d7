/// The messages of one chat.
///
/// Invariant: only rows in sight have cells, and what the person looks at never moves by itself:
/// [hearth.desktop.timeline.AnchoredList] is anchored to the bottom when it is there, otherwise to
/// a row in sight.
@NullMarked
package hearth.desktop.timeline;

import org.jspecify.annotations.NullMarked;

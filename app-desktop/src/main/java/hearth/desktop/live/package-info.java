/// One server as the window sees it: what the client told, as properties on the FX thread. No
/// widgets.
///
/// Invariant: [hearth.desktop.live.LiveServer] holds what the client said and nothing of its own,
/// so any view can be thrown away and drawn again.
@NullMarked
package hearth.desktop.live;

import org.jspecify.annotations.NullMarked;

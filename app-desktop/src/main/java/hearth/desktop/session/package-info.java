/// The server that the window is connected to: what the client reported, as properties on the FX
/// thread. No widgets.
///
/// Invariant: [hearth.desktop.session.ServerViewModel] holds only what the client reported, so any
/// view can be discarded and drawn again.
@NullMarked
package hearth.desktop.session;

import org.jspecify.annotations.NullMarked;

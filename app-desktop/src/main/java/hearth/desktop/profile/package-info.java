/// A profile: its folder, its lock, its settings, and how a second start reaches the app that is
/// already open.
///
/// Invariant: nothing here needs a display, so no class knows JavaFX.
@NullMarked
package hearth.desktop.profile;

import org.jspecify.annotations.NullMarked;

/// The app: who starts what, wired by hand. Everything that needs no window (profile, lock, hosting
/// without a display) is reached before a JavaFX class is loaded.
@NullMarked
package hearth.desktop;

import org.jspecify.annotations.NullMarked;

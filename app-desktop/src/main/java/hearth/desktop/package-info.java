/// The app: wiring and life cycle. Code that needs no window (profile, lock, hosting without a
/// display) runs before a JavaFX class is loaded.
@NullMarked
package hearth.desktop;

import org.jspecify.annotations.NullMarked;

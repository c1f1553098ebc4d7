/// The app playing a person by itself: builds record it so that the app starts faster, and check an
/// installed app with it. Everything is done to the real window; nothing in the app knows of it.
@NullMarked
package hearth.desktop.rehearsal;

import org.jspecify.annotations.NullMarked;

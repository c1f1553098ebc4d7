/// The window: which screen it shows, its two layouts, its keys.
@NullMarked
package hearth.desktop.window;

import org.jspecify.annotations.NullMarked;

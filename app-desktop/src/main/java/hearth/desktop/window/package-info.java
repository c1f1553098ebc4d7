/// The window: which screen it shows, its layouts, its keys.
///
/// Invariant: [hearth.desktop.window.ScreenNavigator] alone changes the screen, and its
/// [hearth.desktop.window.WindowState] holds what belongs to one screen only.
@NullMarked
package hearth.desktop.window;

import org.jspecify.annotations.NullMarked;

/// The settings dialog.
@NullMarked
package hearth.desktop.settings;

import org.jspecify.annotations.NullMarked;

/// What the app remembers of itself in `settings.json`, and the panel to change it.
@NullMarked
package hearth.desktop.settings;

import org.jspecify.annotations.NullMarked;

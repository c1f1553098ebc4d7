/// The server inside the app, and the dialog that shows its address.
@NullMarked
package hearth.desktop.hosting;

import org.jspecify.annotations.NullMarked;

/// The server inside the app: started off the FX thread, with its address shown.
@NullMarked
package hearth.desktop.hosting;

import org.jspecify.annotations.NullMarked;

/// The details pane of a chat.
@NullMarked
package hearth.desktop.details;

import org.jspecify.annotations.NullMarked;

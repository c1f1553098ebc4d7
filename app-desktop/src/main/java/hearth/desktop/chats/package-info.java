/// The chat list with the connection bar above it, and the dialog for new chats.
@NullMarked
package hearth.desktop.chats;

import org.jspecify.annotations.NullMarked;

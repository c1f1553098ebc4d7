/// The column of chats, with the connection told when it is not fine, and making new chats.
@NullMarked
package hearth.desktop.chats;

import org.jspecify.annotations.NullMarked;

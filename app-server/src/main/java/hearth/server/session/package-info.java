/// Sessions: which person is behind a connection, and who is online.
///
/// Invariant: only the publishing thread changes who is connected and to which chats. So a session
/// is subscribed to a chat either before an event is published there or after it.
@NullMarked
package hearth.server.session;

import org.jspecify.annotations.NullMarked;

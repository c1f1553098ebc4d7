/// Sockets and WebSocket frames; the only package that knows Java-WebSocket.
///
/// Invariants: **nobody waits for a slow reader**: what waits for one connection is bounded in
/// bytes, and over the bound the connection is closed with a code that says so; nothing is dropped
/// silently. **A failure stays with its connection**: an exception thrown while a message is
/// handled closes that connection only. **Accepting goes on**: the library's acceptor ends at its
/// first failure, so [Acceptor] replaces it; it accepts no more connections than the process may
/// open files.
@NullMarked
package hearth.server.net;

import org.jspecify.annotations.NullMarked;

/// Sockets and WebSocket frames; the only room that knows Java-WebSocket.
///
/// Invariants: **nobody waits for a slow reader**: what one connection has not taken yet is bounded
/// in bytes, and over the bound the connection is closed with a code that says so; nothing is
/// dropped silently. **A connection's trouble stays its own**: whatever is thrown while a message
/// is handled closes that connection and no other. **Accepting goes on**: the library's own would
/// end for good at the first failure, so ours takes its place, and lets in no more than the process
/// may open files.
@NullMarked
package hearth.server.net;

import org.jspecify.annotations.NullMarked;

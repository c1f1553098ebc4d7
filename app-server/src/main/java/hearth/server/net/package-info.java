/// Sockets and WebSocket frames; the only room that knows Java-WebSocket.
///
/// Invariants: **nobody waits for a slow reader**: what one connection has not taken yet is bounded
/// in bytes, and over the bound the connection is closed with a code that says so; nothing is
/// dropped silently. **A connection's trouble stays its own**: whatever is thrown while a message
/// is handled closes that connection and no other.
@NullMarked
package hearth.server.net;

import org.jspecify.annotations.NullMarked;

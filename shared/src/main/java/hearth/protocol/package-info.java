/// The language both sides speak: JSON-RPC 2.0 over WebSocket, subprotocol [Limits#SUBPROTOCOL].
///
/// Invariant: a value of this package is valid. Records check their bounds when they are made, so a
/// handler never sees an empty name or a text over its limit; [Codec] alone knows how they look on
/// the wire. `shared/PROTOCOL.md` describes every method, event and fault with an example.
@NullMarked
package hearth.protocol;

import org.jspecify.annotations.NullMarked;

/// The language both sides speak: JSON-RPC 2.0 over WebSocket, subprotocol [Limits#SUBPROTOCOL].
///
/// A chat is a log of actions; a row is what they come to. An [Entry] is one place of the log, with
/// one [Action]; a [Row] is what a person sees of it, with all later actions folded in. Live
/// notifications and catch-up carry entries; overview and history carry rows as they are now.
///
/// Invariants:
/// - **Requests are checked strictly, what is stored is read leniently.** Constructors of [Request]
///   give the fault that a server answers. All other records check only what code relies on, so a
///   stricter rule of a later version never makes older data unreadable.
/// - **The future is expected.** Unknown actions and content are kept as they came, unknown words
///   read as `UNKNOWN`, unknown notifications and members are skipped.
///
/// `hearth.protocol.json` alone knows how all this looks on the wire. `shared/PROTOCOL.md`
/// describes every method, action and fault with an example.
@NullMarked
package hearth.protocol;

import org.jspecify.annotations.NullMarked;

/// The conformance suite: what `PROTOCOL.md` promises, asked of any server from outside. For people
/// who write other servers, and for ours in the gate.
///
/// Invariants: **no shared mistakes**: it reads and writes the wire by itself, without the codec
/// and the records of the protocol. **Each case says its sentence**: a case names the sentence of
/// `PROTOCOL.md` that it checks, word for word. **A guest**: it works in a chat of its own, waits
/// when it is told to, and leaves what was there alone.
@NullMarked
package hearth.bench.conformance;

import org.jspecify.annotations.NullMarked;

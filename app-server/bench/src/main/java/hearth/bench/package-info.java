/// The load generator: how many people can this machine host?
///
/// It starts a server in a child process, connects a crowd from this one, and lets some of them
/// post. One thread does everything for the crowd, so nothing here needs a lock and the server has
/// the other cores to itself.
///
/// Invariants: **what is measured is the server**: a frame is read as bytes, and only where it
/// differs from the others. **Every message counts**: each receiver's stream is checked for loss,
/// duplicates and order, and a run with any of them fails. **Nothing is left behind**: every wait
/// has a timeout, and the child and its data folder are removed with the run. Only [BenchCodec] and
/// [MessageScanner] know the protocol's messages, and `hearth.bench.conformance` in its own way.
@NullMarked
package hearth.bench;

import org.jspecify.annotations.NullMarked;

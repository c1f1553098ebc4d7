/// `hearth-server bench`: how many people can this machine host?
///
/// A server of its own in a child process, a crowd of connections in this one, and posts from some
/// of them. One thread does all that the crowd does, so that nothing here needs a lock and the
/// server has the other cores to itself.
///
/// Invariants: **what is measured is the server**: a frame is looked at as bytes, and only where it
/// differs from the others. **Every message counts**: each receiver's stream is checked for loss,
/// repetition and order, and a run in which any is found fails. **Nothing stays behind**: every
/// wait has an end, and the child and its folder go with the run.
@NullMarked
package hearth.server.bench;

import org.jspecify.annotations.NullMarked;

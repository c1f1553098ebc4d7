/// The server, to be embedded ([HearthServer]) or run from a command line ([ServerMain]).
///
/// Invariant: whatever keeps a server from starting is said in one sentence that a person can read
/// ([StartException]), and leaves nothing running and no file changed.
@NullMarked
package hearth.server;

import org.jspecify.annotations.NullMarked;

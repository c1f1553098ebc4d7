/// The server, to be embedded ([HearthServer]) or run from a command line ([ServerMain]).
///
/// Invariant: a failed start gives one sentence for a person ([StartException]), leaves nothing
/// running and changes no file.
@NullMarked
package hearth.server;

import org.jspecify.annotations.NullMarked;

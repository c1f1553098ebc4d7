/// The configuration of a server, as values: an embedding program builds it in code, the command
/// line from options.
@NullMarked
package hearth.server.config;

import org.jspecify.annotations.NullMarked;

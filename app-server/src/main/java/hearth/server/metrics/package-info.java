/// What a server counts, and what it says of it in the log.
///
/// Invariants: **counting costs next to nothing**: no lock, no allocation. **The log cannot be
/// filled**: what happens often is one line per minute and kind, with its number. **The log holds
/// no text, name, token or address of a person**; people and connections are numbers there.
@NullMarked
package hearth.server.metrics;

import org.jspecify.annotations.NullMarked;

/// What the server remembers, in one SQLite file.
///
/// Invariants: **published means durable**: a [Completion] hears of a write only after the
/// transaction is on disk. **The log is gapless**: the commit thread alone gives out `seq`, per
/// chat, +1 for every committed entry. **One writer, many readers**: whatever changes the file
/// passes [Store#submit]; reading never waits for writing. This package alone knows SQL.
@NullMarked
package hearth.server.store;

import org.jspecify.annotations.NullMarked;

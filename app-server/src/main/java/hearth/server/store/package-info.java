/// What the server remembers: the interfaces [Store] and [WriteTransaction], and their values. The
/// implementation is in `hearth.server.store.sqlite`.
///
/// Invariants: **published means durable**: a [Completion] is called only after the commit is on
/// disk. **The log is gapless**: only the commit thread assigns `seq`, per chat, +1 per entry.
@NullMarked
package hearth.server.store;

import org.jspecify.annotations.NullMarked;

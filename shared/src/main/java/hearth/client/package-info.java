/// Everything a front end needs to be a client: the window, a terminal, bots and load tests stand
/// on it. Knows neither JavaFX nor SQL.
///
/// Invariants:
/// - The log is the truth, what is told live is a hint. An entry is taken only where it follows the
///   one held before; a jump in `seq` makes [ClientSession] ask for the gap, and a return catches
///   up from the last `seq` held.
/// - A post leaves the device only after the [LocalStore] holds it, and leaves the [Outbox] only
///   when the server has acknowledged it or the person gives it up. Its [hearth.protocol.SendId]
///   makes sending it again harmless.
/// - Of each chat one post at a time is on its way, so posts keep the order of writing whatever is
///   refused in passing.
/// - One thread, `client`, owns [ClientState], [Outbox], [Timeline] and the store. Front ends see
///   [Change]s, and hold nothing that could be asked from another thread.
@NullMarked
package hearth.client;

import org.jspecify.annotations.NullMarked;

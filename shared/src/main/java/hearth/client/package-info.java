/// Everything a front end needs to be a client: the window, a terminal, bots and load tests stand
/// on [HearthClient]. Knows neither JavaFX nor SQL.
///
/// Invariants:
/// - The log is the truth, what is told live is a hint: a jump in `seq` makes [ClientSession] ask
///   for the gap, and a return catches up from the last `seq` held.
/// - An action leaves the device only after the [hearth.client.store.LocalStore] holds it, and
///   leaves the outbox only when the log shows it, the server refuses it for good, or the person
///   gives it up. Its [hearth.protocol.SendId] makes sending it again harmless.
/// - Of each chat one action at a time is on its way, so actions keep their order whatever is
///   refused for now.
/// - One thread, `client`, owns the model and the store. Front ends see
///   [hearth.client.model.Change]s, and hold nothing that could be asked from another thread.
@NullMarked
package hearth.client;

import org.jspecify.annotations.NullMarked;

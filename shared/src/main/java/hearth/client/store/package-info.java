/// The client's memory on SQLite, the only place of the client that knows SQL.
///
/// Invariant: what [hearth.client.LocalStore#commit] returned for survives the end of the process.
@NullMarked
package hearth.client.store;

import org.jspecify.annotations.NullMarked;

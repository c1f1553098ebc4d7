/// The store in SQLite; the only package of the server that knows SQL.
///
/// Invariants: **one writer, many readers**: every change passes the [CommitLoop]; reading never
/// waits for writing. **Released schema steps never change**: a change of the tables is a new step.
@NullMarked
package hearth.server.store.sqlite;

import org.jspecify.annotations.NullMarked;

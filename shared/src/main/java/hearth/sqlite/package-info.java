/// The small SQL layer that the server's store and the client's store share: opening a file,
/// prepared statements, transactions and migrations, on the SQLite driver for JDBC.
///
/// Rules: only this package knows the driver. Every failure is a [SqliteException]. Transactions
/// are begun and ended in SQL by [Transaction], never by the driver. One connection, with its
/// queries and its transaction, belongs to one thread at a time.
@NullMarked
package hearth.sqlite;

import org.jspecify.annotations.NullMarked;

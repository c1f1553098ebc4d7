/// The local store in SQLite, one file per server. Beside `hearth.sqlite` the only code of the
/// client that knows SQL.
@NullMarked
package hearth.client.store.sqlite;

import org.jspecify.annotations.NullMarked;

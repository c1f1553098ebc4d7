/// What a device remembers of one server. [LocalStore] is the interface,
/// `hearth.client.store.sqlite` keeps it in SQLite.
///
/// Invariant: what leaves the device is stored before, and what the server has erased is erased
/// here too.
@NullMarked
package hearth.client.store;

import org.jspecify.annotations.NullMarked;

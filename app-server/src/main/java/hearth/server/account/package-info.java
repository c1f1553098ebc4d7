/// Accounts and their devices.
///
/// Invariant: only the device knows its token; the server keeps a hash, and no log contains it.
@NullMarked
package hearth.server.account;

import org.jspecify.annotations.NullMarked;

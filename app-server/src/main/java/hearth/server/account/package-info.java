/// Accounts and their devices.
///
/// Invariant: only the device knows its token; the server keeps a hash, and no log contains it. Nor
/// does a log contain a code that adds a device, which is in memory only, as a hash too.
@NullMarked
package hearth.server.account;

import org.jspecify.annotations.NullMarked;

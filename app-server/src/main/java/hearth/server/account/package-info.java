/// Names and devices.
///
/// Invariant: a device's token is known to the device alone; the server keeps its hash, and no log
/// ever sees it.
@NullMarked
package hearth.server.account;

import org.jspecify.annotations.NullMarked;

/// The server's identity: the key by which clients recognise it.
///
/// Invariant: **the key stays the same**: it is made once, kept beside the data, and readable by
/// its owner only. Clients remember its fingerprint and refuse a server with another.
@NullMarked
package hearth.server.identity;

import org.jspecify.annotations.NullMarked;

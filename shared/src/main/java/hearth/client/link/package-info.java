/// The connection from a client to its server: [Link] is one connection, and [RpcConnection] keeps
/// one open and matches responses with requests.
///
/// Invariants: a request is answered, refused or lost, exactly once. Nothing is sent to a server
/// that shows another key than the expected one. What is received is handed to the client's own
/// thread and never blocks the link's. Only this package knows the WebSocket library, and it knows
/// nothing of chats.
@NullMarked
package hearth.client.link;

import org.jspecify.annotations.NullMarked;

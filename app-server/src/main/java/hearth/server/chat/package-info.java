/// Handling requests, and publishing what comes of them.
///
/// [ChatDirectory] finds a chat's [ChatSubscribers]: as in any publish-subscribe system, the
/// sessions that receive what is published to it. A [BroadcastGroup] sends the same bytes to all of
/// them.
///
/// Invariants: **published means durable**: responses and events about stored changes are sent
/// after the commit. **One order for all**: only the publishing thread publishes, in the order of
/// the commits. **Realtime is a hint, the log is the truth**: a session is subscribed before its
/// first overview is read, so that nothing is lost in between; what comes twice has the same seq.
@NullMarked
package hearth.server.chat;

import org.jspecify.annotations.NullMarked;

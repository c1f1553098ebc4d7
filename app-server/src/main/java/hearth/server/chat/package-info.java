/// What happens: each request's handler, and the telling of what came of it.
///
/// Invariants: **published means durable**: answers and events about what is stored leave after the
/// commit. **One order for all**: the publishing thread alone tells, in the order of the commits.
/// **Realtime is a hint, the log is the truth**: a session is in its rooms before its first
/// overview is read, so that nothing is lost between them; what comes twice has the same seq.
@NullMarked
package hearth.server.chat;

import org.jspecify.annotations.NullMarked;

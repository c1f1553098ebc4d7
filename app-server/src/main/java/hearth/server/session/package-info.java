/// Who is there: connections as people.
///
/// Invariant: who is there, and where, is known to the publishing thread, which alone changes it.
/// So a session is in a room either before an event is published there or after it, never in
/// between.
@NullMarked
package hearth.server.session;

import org.jspecify.annotations.NullMarked;

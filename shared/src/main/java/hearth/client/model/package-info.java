/// The state of a client, without network and disk: what goes in are entries, rows and one's own
/// actions, what comes out are [Change]s.
///
/// Invariants:
/// - **The log is gapless**: [ChatLog] takes an entry only where it follows the one held before.
/// - **A timeline is a fold**: its rows are a function of the rows held and of what waits in the
///   [Outbox], in whatever order they came.
/// - **Nothing is told twice, nothing forgotten**: whoever applies all changes in order holds the
///   whole state.
///
/// Everything is confined to the client thread.
@NullMarked
package hearth.client.model;

import org.jspecify.annotations.NullMarked;

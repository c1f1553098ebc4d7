/// Command lines: what may be said, what was said, and what is answered to a mistake.
///
/// Invariants: **a mistake is one sentence** on standard error, with exit code 2, before anything
/// is started. **What help promises is what holds**: a default stands once, in its [Setting], and
/// is read from there. Nothing here works by reflection, and help is laid out only for who asks, as
/// a server's start goes through here. A command's options stand beside the command, so that one
/// does not load the other's.
@NullMarked
package hearth.server.cli;

import org.jspecify.annotations.NullMarked;

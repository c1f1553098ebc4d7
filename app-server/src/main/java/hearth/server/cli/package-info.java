/// Command lines: options, parsing, help and usage errors.
///
/// Invariants: **a usage error is one sentence** on standard error, with exit code 2, before
/// anything is started. **Help is true**: a default stands once, in its [Setting], and is read from
/// there. Nothing here uses reflection, and help is formatted only on request, because every start
/// of a server comes through here. A command's options stand beside the command, so that one
/// command does not load another's.
@NullMarked
package hearth.server.cli;

import org.jspecify.annotations.NullMarked;

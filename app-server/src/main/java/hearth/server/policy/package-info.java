/// What may be asked, and how often.
///
/// Invariants: **nobody can slow others down with requests**: one that comes too fast is refused
/// with the time to wait, before any work is done for it; what a long answer costs is counted
/// afterwards. **Checking is cheap**: connections share no lock. **Memory is bounded**: a full
/// bucket is removed.
@NullMarked
package hearth.server.policy;

import org.jspecify.annotations.NullMarked;

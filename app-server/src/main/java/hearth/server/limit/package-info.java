/// How much one person, and one address, may ask for at a time.
///
/// Invariants: **nobody can hurt the others by asking**: what comes too fast is refused with how
/// long to wait, before any work is done for it. **Looking is cheap**: no lock is shared by
/// connections. **Memory is bounded**: a bucket that is full again is the same as none, and is
/// forgotten.
@NullMarked
package hearth.server.limit;

import org.jspecify.annotations.NullMarked;

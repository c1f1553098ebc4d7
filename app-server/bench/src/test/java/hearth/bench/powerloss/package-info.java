/// What a power failure leaves on a disk: a trace of what a process wrote and synced, and a disk
/// that keeps what was synced and loses any part of the rest. Only the trace's reader knows strace.
@NullMarked
package hearth.bench.powerloss;

import org.jspecify.annotations.NullMarked;

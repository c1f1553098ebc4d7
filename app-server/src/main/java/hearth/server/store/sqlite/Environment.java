package hearth.server.store.sqlite;

import hearth.server.metrics.Supervision;
import java.util.function.Consumer;

/// What the threads of the store work with.
///
/// @param publisher runs tasks on the publishing thread; may wait for room
/// @param capacity how many small writes may wait for the disk
record Environment(Consumer<Runnable> publisher, int capacity, Supervision supervision) {}

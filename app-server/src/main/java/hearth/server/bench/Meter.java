package hearth.server.bench;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the operating system says that a server uses; nothing, if it is not one of the bench's own.
/// Safe from any thread.
final class Meter {
  private final @Nullable ProcessHandle process;

  Meter(@Nullable ProcessHandle process) {
    this.process = process;
  }

  /// The CPU time of all of its threads since it started.
  Optional<Duration> cpu() {
    return process == null ? Optional.empty() : process.info().totalCpuDuration();
  }

  /// Its memory, without garbage where that can be collected.
  Optional<Memory> memory() {
    return process == null ? Optional.empty() : Memory.of(process);
  }

  /// The CPU time of all threads of this process since it started.
  static Duration ownCpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }
}

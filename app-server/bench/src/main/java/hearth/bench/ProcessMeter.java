package hearth.bench;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a server's process uses, as the operating system reports it; nothing, if the bench has not
/// started it. Safe from any thread.
final class ProcessMeter {
  private final @Nullable ProcessHandle process;

  ProcessMeter(@Nullable ProcessHandle process) {
    this.process = process;
  }

  /// The CPU time of all of its threads since it started.
  Optional<Duration> cpu() {
    return process == null ? Optional.empty() : process.info().totalCpuDuration();
  }

  /// Its memory, without garbage if that can be collected.
  Optional<Memory> memory() {
    return process == null ? Optional.empty() : Memory.of(process);
  }

  /// The CPU time of all threads of this process since it started.
  static Duration ownCpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }
}

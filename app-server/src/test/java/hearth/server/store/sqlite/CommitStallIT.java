package hearth.server.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.FaultException;
import hearth.server.metrics.Metrics;
import hearth.server.metrics.Supervision;
import hearth.server.policy.Quotas;
import hearth.server.store.Completion;
import hearth.server.store.Write;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitStallIT {
  @TempDir Path folder;
  private final AtomicLong now = new AtomicLong();
  private final List<String> log = new ArrayList<>();
  private final Metrics metrics = new Metrics(now::get, log::add);

  @Test
  void aCommitThatKeepsEverybodyWaitingIsSaid() throws Exception {
    try (SqliteStore store =
        SqliteStore.open(
            folder.resolve("hearth.db"),
            new SqliteStore.Settings(true, 100, Quotas.NONE),
            Runnable::run,
            InstantSource.system(),
            new Supervision(metrics, (_, _) -> {}))) {
      write(store, _ -> now.addAndGet(TimeUnit.MILLISECONDS.toNanos(5)));
      write(store, _ -> now.addAndGet(TimeUnit.MILLISECONDS.toNanos(3_500)));
      assertThat(metrics.snapshot())
          .containsEntry("commits.count", 2L)
          .containsEntry("commits.writes", 2L)
          .containsEntry("commits.stalled", 1L)
          .containsEntry("commits.queue", 0L)
          .hasEntrySatisfying(
              "commits.p50.micros", took -> assertThat(took).isBetween(5_000L, 6_250L))
          .hasEntrySatisfying("wal.bytes", bytes -> assertThat(bytes).isPositive());
    }
    metrics.close();
    assertThat(log)
        .containsExactly("Commits that took longer than a second: 1 (the last one 3500 ms)");
  }

  private static void write(SqliteStore store, Write<Long> write) {
    CompletableFuture<Long> result = new CompletableFuture<>();
    store.submit(
        write,
        new Completion<>() {
          @Override
          public void committed(Long made) {
            result.complete(made);
          }

          @Override
          public void refused(FaultException why) {
            result.completeExceptionally(why);
          }
        });
    result.join();
  }
}

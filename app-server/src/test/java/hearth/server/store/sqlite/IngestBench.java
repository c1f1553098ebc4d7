package hearth.server.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.FaultException;
import hearth.protocol.SendId;
import hearth.protocol.UserId;
import hearth.server.policy.ClientNetwork;
import hearth.server.store.Completion;
import hearth.server.store.WriteTransaction;
import hearth.sqlite.DatabaseFile;
import hearth.sqlite.Query;
import hearth.sqlite.Transaction;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the store makes of the disk: messages a second through [SqliteStore], with so many in
/// flight, against a bare loop of the same inserts with so many in each transaction, in turn.
/// Prints its figures and asserts no times; runs only when it is named (see CONTRIBUTING.md).
class IngestBench {
  private static final ChatId LOBBY = new ChatId(Schema.LOBBY);
  private static final String TEXT = "x".repeat(130);
  private static final int ROUNDS = 3;

  @TempDir Path folder;
  private long ids;

  @Test
  void durableIngestBesideABareLoop() throws Exception {
    for (int batch : new int[] {8, 128}) {
      int messages = batch == 8 ? 20_000 : 60_000;
      double[] ratios = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        double bare = bare(folder.resolve(batch + "-bare-" + round), messages, batch);
        double store = store(folder.resolve(batch + "-store-" + round), messages, batch);
        ratios[round] = store / bare;
        System.out.printf(
            "ingest batch=%d bare_per_s=%.0f store_per_s=%.0f ratio=%.2f%n",
            batch, bare, store, ratios[round]);
      }
      java.util.Arrays.sort(ratios);
      System.out.printf("ingest batch=%d median_ratio=%.2f%n", batch, ratios[ROUNDS / 2]);
    }
  }

  private double bare(Path file, int messages, int batch) throws Exception {
    InstantSource clock = InstantSource.system();
    open(file, clock, 1).close();
    Connection writer = new Database(file, true).writer();
    Transaction transaction = new Transaction(writer);
    Query insert =
        new Query(
            writer,
            """
            INSERT INTO entry (chat, seq, kind, author, send_id, at, body)
            VALUES (?, ?, ?, ?, ?, ?, ?)\
            """);
    Query checkpoint = new Query(writer, "PRAGMA wal_checkpoint(PASSIVE)");
    long start = System.nanoTime();
    for (int done = 0; done < messages; done += batch) {
      transaction.begin();
      for (int i = 0; i < batch; i++) {
        insert.update(
            LOBBY.value(),
            done + i + 10L,
            Codes.POST,
            1L,
            Codes.of(nextId()),
            clock.millis(),
            TEXT);
      }
      transaction.commit();
      if (done / 4_000 != (done + batch) / 4_000) {
        checkpoint.exists();
      }
    }
    double perSecond = messages / seconds(start);
    DatabaseFile.close(writer);
    return perSecond;
  }

  private double store(Path file, int messages, int inFlight) throws Exception {
    SqliteStore store = open(file, InstantSource.system(), 4 * inFlight);
    Semaphore window = new Semaphore(inFlight);
    Semaphore stored = new Semaphore(0);
    long start = System.nanoTime();
    for (int i = 0; i < messages; i++) {
      Action post = Action.Post.text(TEXT);
      window.acquire();
      store.submit(
          tx -> tx.append(new UserId(1), LOBBY, nextId(), post),
          new Completion<>() {
            @Override
            public void committed(WriteTransaction.Appending appending) {
              stored.release();
              window.release();
            }

            @Override
            public void refused(FaultException why) {
              throw why;
            }
          });
    }
    assertThat(stored.tryAcquire(messages, 1, TimeUnit.MINUTES)).isTrue();
    double perSecond = messages / seconds(start);
    store.close();
    return perSecond;
  }

  private static SqliteStore open(Path file, InstantSource clock, int capacity) throws Exception {
    SqliteStore store = SqliteStore.open(file, true, Runnable::run, capacity, clock);
    var joined = new CompletableFuture<WriteTransaction.Admission>();
    store.submit(
        tx -> tx.join("Ann", "ann", new byte[32], new ClientNetwork(1)),
        new Completion<>() {
          @Override
          public void committed(WriteTransaction.Admission admission) {
            joined.complete(admission);
          }

          @Override
          public void refused(FaultException why) {
            joined.completeExceptionally(why);
          }
        });
    joined.get();
    return store;
  }

  private synchronized SendId nextId() {
    ids++;
    return new SendId(new UUID(0x7000L | (ids << 16), 0x8000_0000_0000_0000L | ids));
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}

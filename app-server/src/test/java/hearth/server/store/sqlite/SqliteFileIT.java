package hearth.server.store.sqlite;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.Content;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Presence;
import hearth.protocol.SendId;
import hearth.protocol.UserId;
import hearth.server.policy.ClientNetwork;
import hearth.server.store.Completion;
import hearth.server.store.StoreUnusableException;
import hearth.server.store.Write;
import hearth.server.store.WriteTransaction;
import hearth.server.store.WriteTransaction.Appending;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is SQLite's own: batches, checkpoints, erasing, epochs.
class SqliteFileIT {
  private static final ChatId LOBBY = new ChatId(Schema.LOBBY);

  @TempDir Path data;
  private SqliteStore store;
  private UserId ann;

  @BeforeEach
  void open() throws StoreUnusableException {
    store = open(true);
    ann =
        submit(tx -> tx.join("Ann", "ann", new byte[32], new ClientNetwork(1)))
            .join()
            .account()
            .id();
  }

  private SqliteStore open(boolean synchronous) throws StoreUnusableException {
    return SqliteStore.open(
        data.resolve("hearth.db"), synchronous, Runnable::run, 100, InstantSource.system());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aFailingWriteIsLeftOutAndTheOthersAreStored() {
    CountDownLatch gate = new CountDownLatch(1);
    var first =
        submit(
            tx -> {
              await(gate);
              return post(tx, 1, "first");
            });
    var bug =
        submit(
            tx -> {
              post(tx, 2, "half done");
              throw new IllegalStateException("a bug, made for this test");
            });
    var last = submit(tx -> post(tx, 3, "last"));
    gate.countDown();
    assertThat(first.join().seq()).isEqualTo(2);
    assertThat(last.join().seq()).isEqualTo(3);
    assertThat(fault(bug)).isEqualTo(Fault.INTERNAL);
    assertThat(submit(tx -> post(tx, 2, "whole")).join().seq()).isEqualTo(4);
  }

  @Test
  void anErrorInAWriteAffectsOnlyThatWrite() {
    var bug =
        submit(
            tx -> {
              post(tx, 1, "half done");
              throw new StackOverflowError("made for this test");
            });
    assertThat(fault(bug)).isEqualTo(Fault.INTERNAL);
    assertThat(submit(tx -> post(tx, 1, "whole")).join().seq()).isEqualTo(2);
  }

  @Test
  void checkpointsHappenWhileWritesGoOn() {
    Path log = data.resolve("hearth.db-wal");
    Path file = data.resolve("hearth.db");
    int number = 0;
    do {
      assertThat(number).as("messages written, and the log still the larger").isLessThan(600_000);
      for (int i = 0; i < 200; i++) {
        CompletableFuture<Appending> last = null;
        for (int j = 0; j < 50; j++, number++) {
          int id = number;
          last = submit(tx -> post(tx, id, "message " + id));
        }
        requireNonNull(last).join();
      }
    } while (log.toFile().length() >= file.toFile().length());
  }

  @Test
  void whatIsDeletedLeavesFileAndLog() throws Exception {
    String secret = "never to be read again";
    long seq = submit(tx -> post(tx, 1, secret)).join().seq();
    append(2, new Action.Edit(seq, new Content.Text(secret + " at all")));
    for (int i = 10; i < 60; i++) {
      int id = i;
      submit(tx -> post(tx, id, "message " + id)).join();
    }
    assertThat(onDisk(data, secret)).isTrue();
    append(3, new Action.Delete(seq));
    awaitErased(data, secret);
  }

  @Test
  void aSlowReaderDelaysErasingButNeitherPreventsItNorStopsWriters() throws Exception {
    String secret = "never to be read again";
    long seq = submit(tx -> post(tx, 1, secret)).join().seq();
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch enough = new CountDownLatch(1);
    Thread reader =
        Thread.ofVirtual()
            .start(
                () ->
                    store.overview(
                        ann,
                        null,
                        _ -> {
                          reading.countDown();
                          await(enough);
                          return Presence.OFFLINE;
                        }));
    await(reading);
    append(3, new Action.Delete(seq));
    long start = System.nanoTime();
    for (int i = 10; i < 300; i++) {
      int id = i;
      submit(tx -> post(tx, id, "message " + id)).join();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    Path crashed = Files.createDirectory(data.resolve("crashed"));
    for (String file : List.of("hearth.db", "hearth.db-wal", "hearth.epoch")) {
      Files.copy(data.resolve(file), crashed.resolve(file));
    }
    enough.countDown();
    reader.join();
    awaitErased(data, secret);
    assertThat(onDisk(crashed, secret)).isTrue();
    try (SqliteStore _ =
        SqliteStore.open(
            crashed.resolve("hearth.db"), true, Runnable::run, 100, InstantSource.system())) {
      awaitErased(crashed, secret);
    }
  }

  /// Pages of a table split and merge as it changes, and must leave no copies behind.
  @Test
  void whatIsDeletedIsNowhereHoweverRowsGrewAndShrank() throws Exception {
    Random random = new Random(7);
    Map<Long, List<String>> texts = new HashMap<>();
    List<String> deleted = new ArrayList<>();
    List<Long> alive = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      int id = i;
      String text =
          "<" + i + ">" + "x".repeat(random.nextInt(random.nextInt(10) == 0 ? 4_000 : 200));
      long target = alive.isEmpty() ? 0 : alive.get(random.nextInt(alive.size()));
      int dice = target == 0 ? 0 : random.nextInt(10);
      if (dice < 4) {
        long seq = submit(tx -> post(tx, id, text)).join().seq();
        alive.add(seq);
        texts.computeIfAbsent(seq, _ -> new ArrayList<>()).add("<" + i + ">");
      } else if (dice < 7) {
        append(i, new Action.Edit(target, new Content.Text(text)));
        requireNonNull(texts.get(target)).add("<" + i + ">");
      } else if (dice < 9) {
        append(i, new Action.React(target, "👍", random.nextBoolean()));
      } else {
        append(i, new Action.Delete(target));
        alive.remove(target);
        deleted.addAll(requireNonNull(texts.remove(target)));
      }
    }
    store.close();
    String disk = Files.readString(data.resolve("hearth.db"), StandardCharsets.ISO_8859_1);
    assertThat(deleted).filteredOn(disk::contains).isEmpty();
    store = open(true);
  }

  private static void awaitErased(Path folder, String text) throws IOException {
    for (int i = 0; onDisk(folder, text); i++) {
      assertThat(i).as("looks at the disk").isLessThan(100_000);
      Thread.onSpinWait();
    }
  }

  private static boolean onDisk(Path folder, String text) throws IOException {
    for (String name : List.of("hearth.db", "hearth.db-wal")) {
      if (Files.readString(folder.resolve(name), StandardCharsets.ISO_8859_1).contains(text)) {
        return true;
      }
    }
    return false;
  }

  @Test
  void anOlderDatabaseThatIsPutBackBeginsAnotherEpoch() throws Exception {
    store.close();
    Path file = data.resolve("hearth.db");
    Path backup = data.resolve("backup");
    Files.copy(file, backup);
    store = open(true);
    String epoch = store.epoch();
    submit(tx -> post(tx, 1, "lost by the restore")).join();
    store.close();
    Files.copy(backup, file, StandardCopyOption.REPLACE_EXISTING);
    store = open(true);
    assertThat(store.epoch()).isNotEqualTo(epoch);
    String second = store.epoch();
    store.close();
    store = open(true);
    assertThat(store.epoch()).isEqualTo(second);
  }

  @Test
  void aDatabaseWithoutItsNoteBeginsAnotherEpoch() throws Exception {
    String epoch = store.epoch();
    store.close();
    Files.delete(data.resolve("hearth.epoch"));
    store = open(true);
    assertThat(store.epoch()).isNotEqualTo(epoch);
  }

  @Test
  void aStopThatMayHaveLostCommitsBeginsAnotherEpoch() throws Exception {
    store.close();
    store = open(false);
    String epoch = store.epoch();
    Path note = data.resolve("hearth.epoch");
    byte[] running = Files.readAllBytes(note);
    store.close();
    store = open(false);
    assertThat(store.epoch()).as("after a clean stop").isEqualTo(epoch);
    store.close();
    Files.write(note, running); // as a crash leaves it
    store = open(false);
    assertThat(store.epoch()).as("after a crash").isNotEqualTo(epoch);
  }

  @Test
  void aCrashThatLosesNothingKeepsTheEpoch() throws Exception {
    String epoch = store.epoch();
    Path note = data.resolve("hearth.epoch");
    byte[] running = Files.readAllBytes(note);
    submit(tx -> post(tx, 1, "one")).join();
    store.close();
    Files.write(note, running);
    store = open(true);
    assertThat(store.epoch()).isEqualTo(epoch);
  }

  private void append(int id, Action action) {
    submit(tx -> tx.append(ann, LOBBY, id(id), action)).join();
  }

  private Appending post(WriteTransaction tx, int id, String text) {
    return tx.append(ann, LOBBY, id(id), Action.Post.text(text));
  }

  private <R> CompletableFuture<R> submit(Write<R> write) {
    CompletableFuture<R> result = new CompletableFuture<>();
    store.submit(
        write,
        new Completion<>() {
          @Override
          public void committed(R made) {
            result.complete(made);
          }

          @Override
          public void refused(FaultException why) {
            result.completeExceptionally(why);
          }
        });
    return result.orTimeout(30, TimeUnit.SECONDS);
  }

  private static Fault fault(CompletableFuture<?> result) {
    return result
        .handle(
            (made, failed) -> {
              assertThat(made).isNull();
              return ((FaultException) failed).fault();
            })
        .join();
  }

  private static SendId id(long number) {
    return new SendId(new UUID(7, number));
  }

  private static void await(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

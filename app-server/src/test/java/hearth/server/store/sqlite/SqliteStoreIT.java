package hearth.server.store.sqlite;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.ChatId;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.SendId;
import hearth.protocol.UserId;
import hearth.server.store.Completion;
import hearth.server.store.StoreUnusableException;
import hearth.server.store.Write;
import hearth.server.store.WriteTransaction.Admission;
import hearth.server.store.WriteTransaction.Posting;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreIT {
  private static final ChatId LOBBY = new ChatId(Schema.LOBBY);

  @TempDir Path data;
  private SqliteStore store;
  private UserId ann;

  @BeforeEach
  void open() throws StoreUnusableException {
    store =
        SqliteStore.open(
            data.resolve("hearth.db"), true, Runnable::run, 100, InstantSource.system());
    Admission admission = submit(tx -> tx.admit("Ann", "ann", new byte[32])).join();
    ann = admission.account().id();
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
              return tx.post(ann, LOBBY, id(1), "first");
            });
    var bug =
        submit(
            tx -> {
              tx.post(ann, LOBBY, id(2), "half done");
              throw new IllegalStateException("a bug, made for this test");
            });
    var constraint = submit(tx -> tx.admit("Anna", "anna", new byte[32]));
    var last = submit(tx -> tx.post(ann, LOBBY, id(3), "last"));
    gate.countDown();
    assertThat(seq(first)).isEqualTo(2);
    assertThat(seq(last)).isEqualTo(3);
    assertThat(fault(bug)).isEqualTo(Fault.INTERNAL);
    assertThat(fault(constraint)).as("the same token twice").isEqualTo(Fault.INTERNAL);
    assertThat(seq(submit(tx -> tx.post(ann, LOBBY, id(2), "whole")))).isEqualTo(4);
  }

  @Test
  void anErrorInAWriteAffectsOnlyThatWrite() {
    var bug =
        submit(
            tx -> {
              tx.post(ann, LOBBY, id(1), "half done");
              throw new StackOverflowError("made for this test");
            });
    assertThat(fault(bug)).isEqualTo(Fault.INTERNAL);
    assertThat(seq(submit(tx -> tx.post(ann, LOBBY, id(1), "whole")))).isEqualTo(2);
  }

  @Test
  void checkpointsHappenWhileWritesGoOn() {
    Path log = data.resolve("hearth.db-wal");
    Path file = data.resolve("hearth.db");
    int number = 0;
    do {
      assertThat(number).as("messages written, and the log still the larger").isLessThan(600_000);
      for (int i = 0; i < 200; i++) {
        CompletableFuture<Posting> last = null;
        for (int j = 0; j < 50; j++, number++) {
          SendId sendId = id(number);
          String text = "message " + number;
          last = submit(tx -> tx.post(ann, LOBBY, sendId, text));
        }
        requireNonNull(last).join();
      }
    } while (log.toFile().length() >= file.toFile().length());
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
    return result;
  }

  private static long seq(CompletableFuture<Posting> post) {
    return post.join().event().seq();
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

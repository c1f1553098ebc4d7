package hearth.server.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.FaultException;
import hearth.protocol.Request;
import hearth.protocol.SendId;
import hearth.protocol.UserId;
import hearth.server.policy.ClientNetwork;
import hearth.server.store.Completion;
import hearth.server.store.Work;
import hearth.server.store.Write;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How long it takes to store 200 groups of 1,001 people that are asked for at once, and how long
/// another person's posts wait meanwhile, one after the other.
///
/// Prints its figures and asserts no times; runs only when it is named (see CONTRIBUTING.md).
class LargeGroupsBench {
  private static final ChatId LOBBY = new ChatId(Schema.LOBBY);
  private static final int GROUPS = 200;
  private static final int ROUNDS = Integer.getInteger("hearth.groups.rounds", 4);

  @TempDir Path folder;
  private long lastId;

  @Test
  void largeGroupsAndThePostsBesideThem() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      try (SqliteStore store =
          SqliteStore.open(
              folder.resolve(round + ".db"), true, Runnable::run, 4_000, InstantSource.system())) {
        measure(store);
      }
    }
  }

  private void measure(SqliteStore store) {
    List<UserId> people = new ArrayList<>();
    List<CompletableFuture<UserId>> joined = new ArrayList<>();
    for (int i = 0; i <= 1_000; i++) {
      String name = "person " + i;
      byte[] token = ByteBuffer.allocate(32).putInt(i).array();
      joined.add(
          submit(store, Work.SMALL, tx -> tx.join(name, name, token, new ClientNetwork(1)))
              .thenApply(admission -> admission.account().id()));
    }
    joined.forEach(one -> people.add(one.join()));
    UserId maker = people.getFirst();
    UserId other = people.getLast();
    long begun = System.nanoTime();
    List<CompletableFuture<?>> groups = new ArrayList<>();
    for (int i = 0; i < GROUPS; i++) {
      SendId id = nextId();
      List<UserId> others = people.subList(1, people.size());
      groups.add(
          submit(
              store,
              new Work(maker, people.size()),
              tx -> tx.createGroup(maker, new Request.CreateGroup(id, "Group", others))));
    }
    CompletableFuture<Void> all =
        CompletableFuture.allOf(groups.toArray(CompletableFuture<?>[]::new));
    List<Long> waits = new ArrayList<>();
    while (!all.isDone()) {
      SendId id = nextId();
      Action post = Action.Post.text("x".repeat(130));
      long asked = System.nanoTime();
      submit(store, Work.of(other, post), tx -> tx.append(other, LOBBY, id, post)).join();
      waits.add(System.nanoTime() - asked);
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    long[] sorted = waits.stream().mapToLong(Long::longValue).sorted().toArray();
    assertThat(sorted).isNotEmpty();
    System.out.printf(
        "groups all_s=%.2f post_first_ms=%.0f post_p50_ms=%.0f post_max_ms=%.0f posts=%d%n",
        seconds,
        waits.getFirst() / 1e6,
        sorted[sorted.length / 2] / 1e6,
        Arrays.stream(sorted).max().orElse(0) / 1e6,
        sorted.length);
  }

  private SendId nextId() {
    lastId++;
    return new SendId(new UUID(0x7000, Long.MIN_VALUE | lastId));
  }

  private static <R> CompletableFuture<R> submit(SqliteStore store, Work work, Write<R> write) {
    CompletableFuture<R> result = new CompletableFuture<>();
    store.submit(
        work,
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
}

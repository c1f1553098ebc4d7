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
import hearth.server.store.WriteTransaction.Appending;
import hearth.server.store.WriteTransaction.Opening;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What many large writes cost those whose writes are small.
class CommitWorkIT {
  private static final ChatId LOBBY = new ChatId(Schema.LOBBY);
  private static final int GROUPS = 200;

  @TempDir Path folder;
  private SqliteStore store;
  private final List<UserId> people = new ArrayList<>();
  private final List<String> committed = new ArrayList<>(); // filled by the commit thread
  private long lastId;

  @BeforeEach
  void fill() throws Exception {
    store =
        SqliteStore.open(
            folder.resolve("hearth.db"), true, Runnable::run, 4_000, InstantSource.system());
    List<CompletableFuture<UserId>> joined = new ArrayList<>();
    for (int i = 0; i <= 1_000; i++) {
      String name = "person " + i;
      byte[] token = ByteBuffer.allocate(32).putInt(i).array();
      joined.add(
          submit(Work.SMALL, name, tx -> tx.join(name, name, token, new ClientNetwork(1)))
              .thenApply(admission -> admission.account().id()));
    }
    joined.forEach(one -> people.add(one.join()));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aPostDoesNotWaitForTheLargeGroupsOfAnother() {
    List<CompletableFuture<Opening>> groups = makeGroups();
    post(people.getLast(), "post").join();
    groups.forEach(CompletableFuture::join);
    assertThat(committed.indexOf("post") - committed.indexOf("group 0")).isLessThan(GROUPS / 4);
  }

  @Test
  void nothingOfOnePersonOvertakesAnything() {
    makeGroups();
    post(people.getFirst(), "own post").join();
    List<String> groups = committed.stream().filter(what -> what.startsWith("group")).toList();
    assertThat(groups).hasSize(GROUPS).isEqualTo(groups.stream().distinct().toList());
    assertThat(groups.getFirst()).isEqualTo("group 0");
    assertThat(committed.getLast()).isEqualTo("own post");
  }

  private List<CompletableFuture<Opening>> makeGroups() {
    UserId maker = people.getFirst();
    List<UserId> others = people.subList(1, people.size());
    List<CompletableFuture<Opening>> groups = new ArrayList<>();
    for (int i = 0; i < GROUPS; i++) {
      SendId id = nextId();
      groups.add(
          submit(
              new Work(maker, people.size()),
              "group " + i,
              tx -> tx.createGroup(maker, new Request.CreateGroup(id, "Group", others))));
    }
    return groups;
  }

  private CompletableFuture<Appending> post(UserId author, String text) {
    SendId id = nextId();
    Action post = Action.Post.text(text);
    return submit(Work.of(author, post), text, tx -> tx.append(author, LOBBY, id, post));
  }

  private SendId nextId() {
    lastId++;
    return new SendId(new UUID(0x7000, Long.MIN_VALUE | lastId));
  }

  private <R> CompletableFuture<R> submit(Work work, String what, Write<R> write) {
    CompletableFuture<R> result = new CompletableFuture<>();
    store.submit(
        work,
        write,
        new Completion<>() {
          @Override
          public void committed(R made) {
            committed.add(what);
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

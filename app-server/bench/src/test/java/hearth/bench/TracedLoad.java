package hearth.bench;

import hearth.protocol.Action;
import hearth.protocol.Content;
import hearth.protocol.Request;
import hearth.protocol.Request.Append;
import hearth.protocol.Response.Appended;
import hearth.protocol.SendId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/// People who post, edit, react, delete and move their markers, a few at once each, until they have
/// done enough. Remembers what they were answered. Confined to the test's thread.
final class TracedLoad {
  private static final List<String> PEOPLE = List.of("Ann", "Ben", "Cleo", "Dora");
  private static final int AT_ONCE = 6;

  private final Map<Long, Append> answered = new ConcurrentHashMap<>();

  /// What was answered, by seq.
  Map<Long, Append> answered() {
    return answered;
  }

  /// @param rounds in each, everybody does some things at once
  /// @param marks how often everybody moves a marker in each round; these are writes too
  void run(int port, int rounds, int marks) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (String name : PEOPLE) {
      SoakClient client = SoakClient.connect(port, _ -> {});
      client.call(new Request.Join(name, UUID.randomUUID().toString()));
      threads.add(Thread.startVirtualThread(() -> write(client, rounds, marks)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private void write(SoakClient client, int rounds, int marks) {
    long mine = 0;
    for (int round = 0; round < rounds; round++) {
      List<CompletableFuture<?>> sent = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        sent.add(append(client, Action.Post.text("round " + round + ", " + i)));
      }
      if (mine > 0) {
        Content changed = new Content.Text("changed in round " + round);
        sent.add(append(client, new Action.React(mine, "👍", true)));
        sent.add(
            append(
                client, round % 4 == 0 ? new Action.Delete(mine) : new Action.Edit(mine, changed)));
      }
      for (int i = 0; i < marks; i++) {
        sent.add(client.send(new Request.MarkDelivered(SoakClient.LOBBY, 1 + mine + i)));
      }
      try {
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
        mine = ((Appended) sent.getFirst().join()).seq();
      } catch (CompletionException _) {
        return;
      }
    }
  }

  private CompletableFuture<?> append(SoakClient client, Action action) {
    SendId id = SendId.create(System.currentTimeMillis(), ThreadLocalRandom.current());
    Append append = new Append(SoakClient.LOBBY, id, action);
    return client
        .send(append)
        .whenComplete(
            (response, _) -> {
              if (response instanceof Appended(var _, long seq, var _)) {
                answered.put(seq, append);
              }
            });
  }
}

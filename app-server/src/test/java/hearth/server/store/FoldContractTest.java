package hearth.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.Content;
import hearth.protocol.Entry;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Row;
import hearth.protocol.UserId;
import hearth.server.store.WriteTransaction.Appending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Rows are what the log comes to, in every [Store]. A failure names its seed;
/// `-Dhearth.fuzz.seed=N` repeats it.
public abstract class FoldContractTest extends StoreContract {
  private static final long SEED = Long.getLong("hearth.fuzz.seed", System.nanoTime());

  @Test
  void rowsAreWhatTheLogComesTo() throws Exception {
    for (int round = 0; round < 4; round++) {
      long seed = SEED + round;
      Random random = new Random(seed);
      ChatId group = group(ann, bo, cem);
      List<Long> posts = new ArrayList<>();
      List<Entry> told = new ArrayList<>();
      for (int i = 0; i < 150; i++) {
        told.addAll(actRandomly(random, group, posts));
      }
      if (round == 2) {
        reopen();
      }
      List<Entry> log = log(group);
      assertTold(told, log.subList(1, log.size()));
      Map<Long, Row> folded = new TreeMap<>();
      for (Entry entry : log) {
        if (entry.standsAlone()) {
          folded.put(entry.seq(), Row.of(entry));
        } else {
          folded.computeIfPresent(entry.target(), (_, row) -> row.after(entry));
        }
      }
      assertThat(rows(group)).as("seed " + seed).isEqualTo(List.copyOf(folded.values()));
    }
  }

  /// What is told at once is what catch-up gives later, apart from what was erased since.
  private static void assertTold(List<Entry> told, List<Entry> log) {
    assertThat(log).hasSameSizeAs(told);
    for (int i = 0; i < log.size(); i++) {
      Entry kept = log.get(i);
      switch (kept.action()) {
        case Action.Post(Content.Erased _, long replyTo, var _) ->
            assertThat(told.get(i).action())
                .isInstanceOfSatisfying(
                    Action.Post.class, post -> assertThat(post.replyTo()).isEqualTo(replyTo));
        case Action.Edit(long target, Content.Erased _) ->
            assertThat(told.get(i).target()).isEqualTo(target);
        default -> assertThat(kept).isEqualTo(told.get(i));
      }
    }
  }

  private List<Entry> actRandomly(Random random, ChatId chat, List<Long> posts) {
    UserId author = List.of(ann, bo, cem).get(random.nextInt(3));
    clock.advance(Duration.ofMillis(random.nextInt(3)));
    long target = posts.isEmpty() ? 0 : posts.get(random.nextInt(posts.size()));
    Content.Text text = new Content.Text("text " + random.nextInt(3));
    Action action =
        switch (posts.isEmpty() ? 0 : random.nextInt(10)) {
          case 0, 1 -> new Action.Post(text, 0);
          case 2 -> new Action.Post(text, target);
          case 3, 4 -> new Action.Edit(target, text);
          case 5 -> new Action.Delete(target);
          case 6 -> new Action.Pin(target, random.nextBoolean());
          default ->
              new Action.React(
                  target, List.of("👍", "🎉", "❤️").get(random.nextInt(3)), random.nextInt(3) > 0);
        };
    try {
      Appending appending = append(author, chat, action);
      if (action instanceof Action.Post) {
        posts.add(appending.seq());
      }
      return appending.entries();
    } catch (FaultException refused) {
      assertThat(refused.fault()).isIn(Fault.NOT_ALLOWED, Fault.MESSAGE_UNKNOWN);
      return List.of();
    }
  }
}

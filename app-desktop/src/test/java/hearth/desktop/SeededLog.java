package hearth.desktop;

import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.FaultException;
import hearth.protocol.Request;
import hearth.protocol.SendId;
import hearth.protocol.UserId;
import hearth.server.metrics.Supervision;
import hearth.server.policy.ClientNetwork;
import hearth.server.policy.Quotas;
import hearth.server.store.Completion;
import hearth.server.store.StoreUnusableException;
import hearth.server.store.WriteTransaction.Admission;
import hearth.server.store.WriteTransaction.Appending;
import hearth.server.store.WriteTransaction.Opening;
import hearth.server.store.sqlite.SqliteStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// Writes messages into the files of a server that does not run, as its own store does, only faster
/// than anybody types.
public final class SeededLog {
  private static final int PENDING = 100_000;
  private static final List<String> TEXTS =
      List.of(
          "Yes. ",
          "See you at the workshop tomorrow, bring the long cable. ",
          "好的,明天见。",
          "👍 ",
          "שלום, see the plan. ",
          "Somebody left the window open, and the rain came in over the drawings. ",
          "https://example.org/plans/7 ");

  private SeededLog() {}

  /// Appends messages "`word` 1" to "`word` `count`".
  ///
  /// @param data the server's folder
  public static void append(Path data, ChatId chat, UserId author, String word, int count) {
    AtomicLong written = new AtomicLong();
    long id = System.nanoTime();
    try (SqliteStore store = open(data.resolve("hearth.db"))) {
      for (int i = 1; i <= count; i++) {
        SendId sendId = new SendId(new UUID(id, i));
        Action.Post post = Action.Post.text(word + " " + i);
        store.submit(
            tx -> {
              written.incrementAndGet();
              return tx.append(author, chat, sendId, post);
            },
            new Written());
      }
      store.drain();
    }
    if (written.get() != count) {
      throw new AssertionError(written.get() + " of " + count + " were written");
    }
  }

  /// Makes groups "Group 1" to "Group `chats`" of ten people, each with messages of many kinds.
  ///
  /// @param data the server's folder
  public static void groups(Path data, UserId maker, int chats, int messages) {
    Path file = data.resolve("hearth.db");
    List<UserId> people = new ArrayList<>();
    List<ChatId> groups = new ArrayList<>();
    long id = System.nanoTime();
    try (SqliteStore store = open(file)) {
      for (int i = 1; i <= 9; i++) {
        String name = "Person " + i;
        byte[] token = Arrays.copyOf(name.getBytes(StandardCharsets.UTF_8), 32);
        ClientNetwork from = new ClientNetwork(i);
        store.submit(
            tx -> tx.join(name, name, token, from),
            new Kept<Admission>(admission -> people.add(admission.account().id())));
      }
      store.drain();
    }
    try (SqliteStore store = open(file)) {
      for (int i = 1; i <= chats; i++) {
        String title = "Group " + i;
        SendId sendId = new SendId(new UUID(id, i));
        store.submit(
            tx -> tx.createGroup(maker, new Request.CreateGroup(sendId, title, people)),
            new Kept<Opening>(made -> groups.add(((Opening.Made) made).chat())));
      }
      store.drain();
    }
    try (SqliteStore store = open(file)) {
      for (int i = 0; i < messages * chats; i++) {
        ChatId chat = groups.get(i / messages);
        UserId author = i % 3 == 0 ? maker : people.get(i % people.size());
        SendId sendId = new SendId(new UUID(id + 1, i));
        Action.Post post = Action.Post.text(TEXTS.get(i * 5 % TEXTS.size()).repeat(i % 4 + 1));
        store.submit(tx -> tx.append(author, chat, sendId, post), new Kept<>(appended -> {}));
      }
      store.drain();
    }
  }

  private static SqliteStore open(Path file) {
    try {
      return SqliteStore.open(
          file,
          new SqliteStore.Settings(true, PENDING, Quotas.NONE),
          Runnable::run,
          InstantSource.system(),
          Supervision.uncounted((thread, failure) -> failure.printStackTrace()));
    } catch (StoreUnusableException unusable) {
      throw new AssertionError(unusable);
    }
  }

  private record Kept<T>(Consumer<T> taker) implements Completion<T> {
    @Override
    public void committed(T result) {
      taker.accept(result);
    }

    @Override
    public void refused(FaultException why) {
      throw new AssertionError(why);
    }
  }

  private static final class Written implements Completion<Appending> {
    @Override
    public void committed(Appending result) {}

    @Override
    public void refused(FaultException why) {
      throw new AssertionError(why);
    }
  }
}

package hearth.desktop;

import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.FaultException;
import hearth.protocol.SendId;
import hearth.protocol.UserId;
import hearth.server.metrics.Supervision;
import hearth.server.policy.Quotas;
import hearth.server.store.Completion;
import hearth.server.store.StoreUnusableException;
import hearth.server.store.WriteTransaction.Appending;
import hearth.server.store.sqlite.SqliteStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// Writes messages into the files of a server that does not run, as its own store does, only faster
/// than anybody types.
public final class SeededLog {
  private static final int PENDING = 100_000;

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

  private static final class Written implements Completion<Appending> {
    @Override
    public void committed(Appending result) {}

    @Override
    public void refused(FaultException why) {
      throw new AssertionError(why);
    }
  }
}

package hearth.server.store.sqlite;

import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.Overview;
import hearth.protocol.Presence;
import hearth.protocol.Reply;
import hearth.protocol.ServerInfo;
import hearth.protocol.UserId;
import hearth.server.store.Account;
import hearth.server.store.Completion;
import hearth.server.store.Store;
import hearth.server.store.StoreUnusableException;
import hearth.server.store.StoreUnusableException.Why;
import hearth.server.store.Write;
import hearth.sqlite.DatabaseFile;
import hearth.sqlite.Query;
import hearth.sqlite.SqliteException;
import hearth.sqlite.Transaction;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// The store in one SQLite file with a write-ahead log: one connection for the commit thread, one
/// for checkpoints, and a few for reading. Safe from any thread.
public final class SqliteStore implements Store {
  private final Connection writer;
  private final Readers readers;
  private final Checkpointer checkpointer;
  private final CommitLoop commits;
  private final List<Chat> chats;

  private SqliteStore(
      Database database, Consumer<Runnable> publisher, int capacity, InstantSource clock) {
    writer = database.writer();
    Transaction transaction = new Transaction(writer);
    Schema.migrate(writer, transaction, clock.millis());
    chats = readChats();
    ChatCounters counters = readHeads();
    readers = new Readers(database);
    checkpointer = new Checkpointer(database, writer);
    SqliteWriteTransaction tx = new SqliteWriteTransaction(writer, counters, clock);
    commits = new CommitLoop(transaction, tx, counters, checkpointer, publisher, capacity);
    commits.start();
  }

  /// Opens the file, and creates it if there is none.
  ///
  /// @param synchronous whether a write survives a power failure when its result is delivered
  /// @param publisher runs tasks on the publishing thread; may wait for room
  /// @param capacity how many writes may wait for the disk
  /// @throws StoreUnusableException if the file cannot be used; it is not changed
  public static SqliteStore open(
      Path file,
      boolean synchronous,
      Consumer<Runnable> publisher,
      int capacity,
      InstantSource clock)
      throws StoreUnusableException {
    Database database = new Database(file, synchronous);
    try {
      if (WriteAheadLog.isDamaged(file)) {
        throw new StoreUnusableException(Why.DAMAGED, file + "-wal is damaged; it was not touched");
      }
      if (database.exists()) {
        Connection reader = database.reader();
        try {
          Schema.check(file, reader);
        } finally {
          DatabaseFile.close(reader);
        }
      }
      return new SqliteStore(database, publisher, capacity, clock);
    } catch (IOException failed) {
      throw new StoreUnusableException(Why.NOT_WRITABLE, file + "-wal cannot be read", failed);
    } catch (SqliteException failed) {
      throw failed.isCorruption()
          ? new StoreUnusableException(
              Why.DAMAGED, file + " is damaged; it was not touched", failed)
          : new StoreUnusableException(Why.NOT_WRITABLE, file + " cannot be written", failed);
    }
  }

  private List<Chat> readChats() {
    Query members = new Query(writer, "SELECT user FROM member WHERE chat = ? ORDER BY place");
    return new Query(writer, "SELECT id, kind, title, slow_mode FROM chat ORDER BY id")
        .list(
            row ->
                new Chat(
                    new ChatId(row.getLong(1)),
                    Codes.chatKind(row.getInt(2)),
                    row.getString(3),
                    members.list(m -> new UserId(m.getLong(1)), row.getLong(1)),
                    row.getInt(4)));
  }

  private ChatCounters readHeads() {
    ChatCounters counters = new ChatCounters();
    new Query(
            writer,
            "SELECT id, (SELECT max(seq) FROM entry WHERE chat = chat.id), slow_mode FROM chat")
        .visit(
            row -> {
              counters.load(new ChatId(row.getLong(1)), row.getLong(2), row.getInt(3));
              return true;
            });
    return counters;
  }

  @Override
  public <R> void submit(Write<R> write, Completion<R> then) {
    commits.submit(write, then);
  }

  @Override
  public List<Chat> chats() {
    return chats;
  }

  @Override
  public Optional<Account> accountOf(byte[] tokenHash) {
    return readers.read(
        reader ->
            reader.accountOfToken.first(
                row -> new Account(new UserId(row.getLong(1)), row.getString(2)), tokenHash));
  }

  @Override
  public Overview overview(ServerInfo server, UserId me, Function<UserId, Presence> presence) {
    return readers.read(
        reader ->
            reader.inSnapshot(
                r ->
                    new Overview(server, me, r.overviews.people(presence), r.overviews.chats(me))));
  }

  @Override
  public ChatOverview chat(ChatId chat, UserId me) {
    return readers.read(reader -> reader.inSnapshot(r -> r.overviews.chat(chat, me)));
  }

  @Override
  public Reply catchUp(ChatId chat, UserId me, long after) {
    return readers.read(reader -> reader.history.catchUp(chat, me, after));
  }

  @Override
  public Reply.Page older(ChatId chat, UserId me, long before, int limit) {
    return readers.read(reader -> reader.history.older(chat, me, before, limit));
  }

  @Override
  public void drain() {
    try {
      commits.drain();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    drain();
    readers.close();
    checkpointer.close();
    DatabaseFile.close(writer);
  }
}

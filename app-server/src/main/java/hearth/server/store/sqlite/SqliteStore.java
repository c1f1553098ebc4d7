package hearth.server.store.sqlite;

import hearth.files.PrivateFiles;
import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.Device;
import hearth.protocol.OverviewPage;
import hearth.protocol.Page;
import hearth.protocol.Presence;
import hearth.protocol.Request;
import hearth.protocol.Response;
import hearth.protocol.UserId;
import hearth.server.metrics.Supervision;
import hearth.server.policy.Quotas;
import hearth.server.store.Account;
import hearth.server.store.Completion;
import hearth.server.store.Store;
import hearth.server.store.StoreUnusableException;
import hearth.server.store.StoreUnusableException.Why;
import hearth.server.store.Work;
import hearth.server.store.Write;
import hearth.sqlite.DatabaseFile;
import hearth.sqlite.SqliteException;
import hearth.sqlite.Transaction;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The store in one SQLite file with a write-ahead log: one connection for the commit thread, one
/// for checkpoints, and a few for reading. Safe from any thread.
public final class SqliteStore implements Store {
  private static final Logger LOG = LoggerFactory.getLogger(SqliteStore.class);

  /// By how much a clock is corrected every day, and nobody needs to know.
  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);

  /// A write-ahead log that is longer than this is not copied any more, because of a reader that
  /// does not end.
  private static final long WAL_BOUND = 256L << 20;

  private final Connection writer;
  private final Readers readers;
  private final Checkpointer checkpointer;
  private final CommitLoop commits;
  private final EpochFile epochFile;
  private final List<Chat> chats;
  private final Map<UserId, UserId> aliases;

  private SqliteStore(
      Database database,
      EpochFile epochFile,
      Environment around,
      InstantSource clock,
      boolean crashed,
      Quotas quotas) {
    this.epochFile = epochFile;
    writer = database.writer();
    Transaction transaction = new Transaction(writer);
    Schema.migrate(writer, transaction, clock.millis());
    Tables tables = Tables.of(writer);
    MetaTable meta = new MetaTable(writer);
    tables.users().useRules(meta, transaction);
    tables.joins().forgetOther(clock.instant());
    tables.devices().giveIds();
    epochFile.open(meta, tables.entries().highestId());
    chats =
        tables.chats().all().stream()
            .map(chat -> chat.with(tables.members().all(chat.id())))
            .toList();
    aliases = Map.copyOf(tables.aliases().all());
    ChatCounters counters = new ChatCounters();
    for (Chat chat : chats) {
      counters.load(
          chat,
          tables.entries().head(chat.id()).orElse(ChatCounters.EMPTY),
          tables.aliases().isMasked(chat));
    }
    warnIfAhead(counters.latest(), clock.instant());
    readers = new Readers(database);
    checkpointer = new Checkpointer(database, writer, epochFile, crashed, around.supervision());
    Overviews overviews = new Overviews(writer, tables);
    QuotaGuard guard = new QuotaGuard(quotas, tables);
    SqliteWriteTransaction tx =
        new SqliteWriteTransaction(
            tables, counters, guard, clock, overviews, checkpointer::eraseAfterCommit);
    commits = new CommitLoop(transaction, tx, checkpointer, around);
    commits.start(around.supervision().failures());
  }

  /// Opens the file as below, without quotas; the end of a thread is only logged.
  static SqliteStore open(
      Path file,
      boolean synchronous,
      Consumer<Runnable> publisher,
      int capacity,
      InstantSource clock)
      throws StoreUnusableException {
    Logger log = LoggerFactory.getLogger(SqliteStore.class);
    return open(
        file,
        new Settings(synchronous, capacity, Quotas.NONE),
        publisher,
        clock,
        Supervision.uncounted(
            (thread, failed) -> log.error("The thread {} has ended", thread.getName(), failed)));
  }

  private static void warnIfAhead(Instant latest, Instant now) {
    if (latest.isAfter(now.plus(CLOCK_TOLERANCE))) {
      LOG.warn(
          "The newest entry is of {}, the clock says {}: the times of chats stand still until then",
          latest,
          now);
    }
  }

  /// Opens the file, and creates it if there is none.
  ///
  /// @param publisher runs tasks on the publishing thread; may wait for room
  /// @param supervision told when a thread of the store has ended by itself: it is of no use then
  /// @throws StoreUnusableException if the file cannot be used; it is not changed
  public static SqliteStore open(
      Path file,
      Settings settings,
      Consumer<Runnable> publisher,
      InstantSource clock,
      Supervision supervision)
      throws StoreUnusableException {
    Database database = new Database(file, settings.synchronous);
    boolean crashed = WriteAheadLog.exists(file);
    try {
      if (WriteAheadLog.isDamaged(file)) {
        throw new StoreUnusableException(Why.DAMAGED, file + "-wal is damaged; it was not touched");
      }
      if (!PrivateFiles.file(file)) {
        Connection reader = database.checker();
        try {
          Schema.check(file, reader);
          PreviousSchema.keep(file, reader, clock.instant());
        } finally {
          DatabaseFile.close(reader);
        }
      }
      EpochFile epochFile =
          new EpochFile(file.resolveSibling("hearth.epoch"), !settings.synchronous);
      supervision.metrics().gauge("wal.bytes", () -> WriteAheadLog.bytes(file), WAL_BOUND);
      Environment around = new Environment(publisher, settings.capacity, supervision);
      return new SqliteStore(database, epochFile, around, clock, crashed, settings.quotas);
    } catch (IOException failed) {
      throw new StoreUnusableException(Why.NOT_WRITABLE, file + " cannot be written", failed);
    } catch (SqliteException failed) {
      throw failed.isCorruption()
          ? new StoreUnusableException(
              Why.DAMAGED, file + " is damaged; it was not touched", failed)
          : new StoreUnusableException(Why.NOT_WRITABLE, file + " cannot be written", failed);
    }
  }

  /// Refuses a file of another application without opening it, so that nothing appears beside it.
  ///
  /// @throws StoreUnusableException if it is one; any other fault is found when it is opened
  public static void refuseOthers(Path file) throws StoreUnusableException {
    try {
      if (FileHeader.isOfAnother(file)) {
        throw Schema.notOurs(file);
      }
    } catch (IOException failed) {
      throw new StoreUnusableException(Why.NOT_WRITABLE, file + " cannot be read", failed);
    }
  }

  @Override
  public <R> void submit(Work work, Write<R> write, Completion<R> then) {
    commits.submit(work, write, then);
  }

  @Override
  public List<Chat> chats() {
    return chats;
  }

  @Override
  public Map<UserId, UserId> aliases() {
    return aliases;
  }

  @Override
  public String epoch() {
    return epochFile.epoch();
  }

  @Override
  public Optional<Account> accountOf(byte[] tokenHash) {
    return readers.read(reader -> reader.tables.devices().owner(tokenHash));
  }

  @Override
  public List<Device> devices(UserId person) {
    return readers.read(reader -> reader.tables.devices().of(person));
  }

  @Override
  public OverviewPage overview(
      UserId me, @Nullable String from, Function<UserId, Presence> presence) {
    return snapshot(reader -> reader.overviews.page(me, from, presence));
  }

  @Override
  public ChatOverview chat(ChatId chat, UserId me) {
    return snapshot(reader -> reader.overviews.chat(chat, me));
  }

  @Override
  public Response catchUp(ChatId chat, UserId me, long after, @Nullable Instant at) {
    return snapshot(reader -> reader.history.catchUp(chat, me, after, at));
  }

  @Override
  public Page history(ChatId chat, UserId me, Request.Side side, long seq, int limit) {
    return snapshot(reader -> reader.history.page(chat, me, side, seq, limit));
  }

  @Override
  public Response.Versions versions(ChatId chat, UserId me, long seq) {
    return snapshot(reader -> reader.history.versions(chat, me, seq));
  }

  @Override
  public Response.Receipts receipts(ChatId chat, UserId me, long seq) {
    return snapshot(reader -> reader.history.receipts(chat, me, seq));
  }

  @Override
  public Response.Unread unread(ChatId chat, UserId me, long after) {
    return snapshot(reader -> reader.overviews.unread(chat, me, after));
  }

  @Override
  public Response.Place find(ChatId chat, UserId me, Instant at) {
    return snapshot(reader -> reader.history.find(chat, me, at));
  }

  @Override
  public Response.Channels channels(long after, boolean masked) {
    return snapshot(reader -> reader.overviews.channels(after, masked));
  }

  private <R> R snapshot(Function<Readers.Reader, R> query) {
    return readers.read(reader -> reader.inSnapshot(query));
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
    epochFile.close(new EntryTable(writer).highestId());
    DatabaseFile.close(writer);
  }

  /// How a store works.
  ///
  /// @param synchronous whether a write survives a power failure when its result is delivered
  /// @param capacity how many writes may wait for the disk
  /// @param quotas how much anybody may take
  public record Settings(boolean synchronous, int capacity, Quotas quotas) {}
}

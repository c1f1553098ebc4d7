package hearth.client.store.sqlite;

import hearth.client.store.LocalStore.Replaced;
import hearth.client.store.LocalStore.StoreException;
import hearth.sqlite.ConnectionOption;
import hearth.sqlite.DatabaseFile;
import hearth.sqlite.Query;
import hearth.sqlite.SqliteException;
import hearth.sqlite.Transaction;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One local store's file. The first write begins a transaction that lasts until [#commit]; reads
/// between transactions leave none open, so that the write-ahead log can be folded back. SQL faults
/// become [StoreException], and roll the transaction back. Confined to one thread at a time.
///
/// A file that turns out to be damaged, whenever it is read, is put aside, and an empty one takes
/// its place with what could be rescued; then the work is done again on that.
final class ClientDatabase implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ClientDatabase.class);
  private static final Duration BUSY_TIMEOUT = Duration.ofSeconds(2);

  /// More often than this the disk is to blame, and new files do not help.
  private static final int MOST_REPLACEMENTS = 3;

  private static final ConnectionOption[] OPTIONS = {
    ConnectionOption.WRITE_AHEAD_LOG,
    ConnectionOption.SYNCHRONOUS_FULL,
    ConnectionOption.SECURE_DELETE
  };

  private final @Nullable MemoryFiles files;
  private @Nullable Session session;
  private @Nullable Replaced replaced;
  private int replacements;
  private boolean writing;
  private boolean erasing;

  private ClientDatabase(@Nullable MemoryFiles files) {
    this.files = files;
  }

  /// Opens the file, made if need be, with all steps of the schema taken.
  static ClientDatabase open(MemoryFiles files) {
    files.makePrivate();
    return connected(new ClientDatabase(files));
  }

  /// A database that is gone when it is closed.
  static ClientDatabase inMemory() {
    return connected(new ClientDatabase(null));
  }

  private static ClientDatabase connected(ClientDatabase database) {
    return database.guarded(_ -> database);
  }

  /// What was put aside since the last call.
  Optional<Replaced> takeReplaced() {
    Optional<Replaced> taken = Optional.ofNullable(replaced);
    replaced = null;
    return taken;
  }

  void update(String sql, @Nullable Object... values) {
    guarded(
        now -> {
          if (!writing) {
            now.transaction.begin();
            writing = true;
          }
          return now.query(sql).update(values);
        });
  }

  <T> List<T> list(String sql, Query.Row<T> row, @Nullable Object... values) {
    return guarded(now -> now.query(sql).list(row, values));
  }

  <T> Optional<T> first(String sql, Query.Row<T> row, @Nullable Object... values) {
    return guarded(now -> now.query(sql).first(row, values));
  }

  /// What this transaction overwrites must not survive in the write-ahead log either.
  void erase() {
    erasing = true;
  }

  void commit() {
    guarded(
        now -> {
          if (writing) {
            now.transaction.commit();
            writing = false;
          }
          if (erasing) {
            erasing = false;
            now.query("PRAGMA wal_checkpoint(TRUNCATE)").exists();
          }
          return true;
        });
  }

  @Override
  public void close() {
    try {
      commit();
    } finally {
      guarded(
          now -> {
            DatabaseFile.close(now.connection);
            return true;
          });
    }
  }

  private <T> T guarded(Function<Session, T> work) {
    try {
      return attempt(work);
    } catch (DamagedException damaged) {
      replace(damaged);
    }
    try {
      return attempt(work);
    } catch (DamagedException again) {
      throw new StoreException(String.valueOf(again.getMessage()), again);
    }
  }

  private <T> T attempt(Function<Session, T> work) {
    try {
      Session now = session == null ? connect() : session;
      session = now;
      return work.apply(now);
    } catch (SqliteException refused) {
      rollBack();
      if (refused.isCorruption()) {
        throw new DamagedException(String.valueOf(refused.getMessage()), refused);
      }
      throw new StoreException(
          (files == null ? "" : files.database() + ": ") + refused.getMessage(), refused);
    } catch (DamagedException damaged) {
      rollBack();
      throw damaged;
    }
  }

  private void rollBack() {
    if (writing && session != null) {
      session.transaction.rollBack();
    }
    writing = false;
  }

  private Session connect() {
    Connection connection =
        files == null
            ? DatabaseFile.openInMemory(OPTIONS)
            : new DatabaseFile(files.database(), BUSY_TIMEOUT).open(OPTIONS);
    try {
      Session now = new Session(connection, new Transaction(connection), new HashMap<>());
      ProfileSchema.MIGRATIONS.migrate(connection, now.transaction);
      return now;
    } catch (SqliteException refused) {
      DatabaseFile.close(connection);
      throw refused;
    }
  }

  private void replace(DamagedException damaged) {
    replacements++;
    if (files == null || replacements > MOST_REPLACEMENTS) {
      throw new StoreException(String.valueOf(damaged.getMessage()), damaged);
    }
    closeDamaged();
    Path aside = files.putDatabaseAside();
    log.warn("{} is damaged and was put aside as {}", files.database(), aside, damaged);
    files.makePrivate();
    Salvage rescued = Salvage.of(aside);
    rescued.pending().forEach(pending -> OutboxTable.save(this, pending));
    rescued.drafts().forEach((chat, draft) -> DraftTable.save(this, chat, draft));
    commit();
    replaced = new Replaced(aside, rescued.pending().size());
  }

  private void closeDamaged() {
    if (session != null) {
      try {
        DatabaseFile.close(session.connection);
      } catch (SqliteException refused) {
        log.debug("closing a damaged file: {}", refused.getMessage());
      }
    }
    session = null;
    writing = false;
    erasing = false;
  }

  /// One open connection with its prepared statements.
  private record Session(
      Connection connection, Transaction transaction, Map<String, Query> queries) {
    Query query(String sql) {
      return queries.computeIfAbsent(sql, text -> new Query(connection, text));
    }
  }
}

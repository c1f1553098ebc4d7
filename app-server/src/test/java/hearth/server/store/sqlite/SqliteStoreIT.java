package hearth.server.store.sqlite;

import hearth.server.store.Store;
import hearth.server.store.StoreContractTest;
import hearth.server.store.StoreUnusableException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.io.TempDir;

/// The contract of a store, kept by SQLite in a real file.
class SqliteStoreIT extends StoreContractTest {
  @TempDir Path data;

  @Override
  protected Store open(InstantSource clock) throws StoreUnusableException {
    return SqliteStore.open(data.resolve("hearth.db"), true, Runnable::run, 1_000, clock);
  }
}

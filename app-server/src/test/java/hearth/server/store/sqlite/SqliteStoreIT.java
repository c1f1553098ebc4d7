package hearth.server.store.sqlite;

import hearth.server.store.AppendContractTest;
import hearth.server.store.DeletionContractTest;
import hearth.server.store.FoldContractTest;
import hearth.server.store.MaskContractTest;
import hearth.server.store.MembershipContractTest;
import hearth.server.store.ReadContractTest;
import hearth.server.store.ReceiptContractTest;
import hearth.server.store.Store;
import hearth.server.store.StoreUnusableException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/// The contract of a store, kept by SQLite in a real file.
class SqliteStoreIT {
  @TempDir Path data;

  private Store openStore(InstantSource clock) throws StoreUnusableException {
    return SqliteStore.open(data.resolve("hearth.db"), true, Runnable::run, 1_000, clock);
  }

  @Nested
  class Appending extends AppendContractTest {
    @Override
    protected Store open(InstantSource clock) throws StoreUnusableException {
      return openStore(clock);
    }
  }

  @Nested
  class Mask extends MaskContractTest {
    @Override
    protected Store open(InstantSource clock) throws StoreUnusableException {
      return openStore(clock);
    }
  }

  @Nested
  class Membership extends MembershipContractTest {
    @Override
    protected Store open(InstantSource clock) throws StoreUnusableException {
      return openStore(clock);
    }
  }

  @Nested
  class Deleting extends DeletionContractTest {
    @Override
    protected Store open(InstantSource clock) throws StoreUnusableException {
      return openStore(clock);
    }
  }

  @Nested
  class Folding extends FoldContractTest {
    @Override
    protected Store open(InstantSource clock) throws StoreUnusableException {
      return openStore(clock);
    }
  }

  @Nested
  class Receipts extends ReceiptContractTest {
    @Override
    protected Store open(InstantSource clock) throws StoreUnusableException {
      return openStore(clock);
    }
  }

  @Nested
  class Reading extends ReadContractTest {
    @Override
    protected Store open(InstantSource clock) throws StoreUnusableException {
      return openStore(clock);
    }
  }
}

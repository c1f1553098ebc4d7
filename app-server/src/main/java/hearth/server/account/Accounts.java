package hearth.server.account;

import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.server.store.Account;
import hearth.server.store.Completion;
import hearth.server.store.Store;
import hearth.server.store.WriteTransaction.Admission;

/// Joining and coming back. Safe from any thread.
public final class Accounts {
  private final Store store;

  public Accounts(Store store) {
    this.store = store;
  }

  /// Queues a new person's joining, with the token of their first device.
  ///
  /// @param then hears of it; `NAME_TAKEN` where somebody has the name
  public void join(String name, DeviceToken token, Completion<Admission> then) {
    byte[] hash = token.hash();
    String key = NameKey.of(name);
    store.submit(tx -> tx.join(name, key, hash), then);
  }

  /// Whose token this is; reads the disk.
  ///
  /// @throws FaultException `TOKEN_UNKNOWN`
  public Account resume(String token) {
    return store
        .accountOf(new DeviceToken(token).hash())
        .orElseThrow(() -> new FaultException(Fault.TOKEN_UNKNOWN));
  }
}

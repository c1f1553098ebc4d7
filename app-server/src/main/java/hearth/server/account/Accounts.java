package hearth.server.account;

import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.server.store.Account;
import hearth.server.store.Completion;
import hearth.server.store.Store;
import hearth.server.store.WriteTransaction.Admission;

/// Creates accounts and finds them by their devices' tokens. Safe from any thread.
public final class Accounts {
  private final Store store;

  public Accounts(Store store) {
    this.store = store;
  }

  /// Queues the creation of an account with its first device. The same name and token again find the
  /// account that is there.
  ///
  /// @param then receives the result; `NAME_TAKEN` if somebody has the name
  public void join(String name, DeviceToken token, Completion<Admission> then) {
    byte[] hash = token.hash();
    String key = NameKey.of(name);
    store.submit(tx -> tx.join(name, key, hash), then);
  }

  /// The account of a token; reads the disk.
  ///
  /// @throws FaultException `TOKEN_UNKNOWN`
  public Account resume(String token) {
    return store
        .accountOf(new DeviceToken(token).hash())
        .orElseThrow(() -> new FaultException(Fault.TOKEN_UNKNOWN));
  }
}

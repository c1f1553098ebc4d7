package hearth.server.account;

import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.server.names.NameKey;
import hearth.server.policy.ClientNetwork;
import hearth.server.policy.RateCategory;
import hearth.server.policy.RateLimiter;
import hearth.server.store.Account;
import hearth.server.store.Completion;
import hearth.server.store.Store;
import hearth.server.store.WriteTransaction.Admission;

/// Creates accounts and finds them by their devices' tokens. Safe from any thread.
public final class Accounts {
  private final Store store;
  private final RateLimiter limiter;

  public Accounts(Store store, RateLimiter limiter) {
    this.store = store;
    this.limiter = limiter;
  }

  /// Queues the creation of an account with its first device. The same name and token again find
  /// the account that is there.
  ///
  /// @param from where the person comes from
  /// @param then receives the result; `NAME_TAKEN` if somebody has the name
  public void join(String name, DeviceToken token, ClientNetwork from, Completion<Admission> then) {
    byte[] hash = token.hash();
    String key = NameKey.of(name);
    store.submit(tx -> tx.join(name, key, hash, from), then);
  }

  /// The account of a token; reads the disk. Counted per person: what a device is told when it
  /// comes back is the most that one request can ask for.
  ///
  /// @throws FaultException `TOKEN_UNKNOWN`, `RATE_LIMITED`
  public Account resume(String token) {
    Account account =
        store
            .accountOf(new DeviceToken(token).hash())
            .orElseThrow(() -> new FaultException(Fault.TOKEN_UNKNOWN));
    limiter.count(RateCategory.RESUMING, account.id());
    return account;
  }
}

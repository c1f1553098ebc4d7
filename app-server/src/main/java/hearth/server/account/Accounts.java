package hearth.server.account;

import hearth.protocol.Device;
import hearth.protocol.DeviceCode;
import hearth.protocol.DeviceId;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Limits;
import hearth.protocol.Request;
import hearth.protocol.Response;
import hearth.protocol.UserId;
import hearth.server.account.DeviceCodes.Issued;
import hearth.server.names.NameKey;
import hearth.server.policy.ClientNetwork;
import hearth.server.policy.RateCategory;
import hearth.server.policy.RateLimiter;
import hearth.server.store.Account;
import hearth.server.store.Completion;
import hearth.server.store.Store;
import hearth.server.store.WriteTransaction.Admission;
import java.util.List;

/// Creates accounts and finds them by their devices' tokens. Safe from any thread.
public final class Accounts {
  private final Store store;
  private final RateLimiter limiter;
  private final DeviceCodes codes;

  public Accounts(Store store, RateLimiter limiter, DeviceCodes codes) {
    this.store = store;
    this.limiter = limiter;
    this.codes = codes;
  }

  /// Queues the creation of an account with its first device. The same name and token again find
  /// the account that is there.
  ///
  /// @param from where the person comes from
  /// @param then receives the result; `NAME_TAKEN` if somebody has the name
  public void join(Request.Join request, ClientNetwork from, Completion<Admission> then) {
    byte[] hash = new DeviceToken(request.token()).hash();
    String key = NameKey.of(request.name());
    store.submit(tx -> tx.join(request.name(), key, hash, request.device(), from), then);
  }

  /// Queues the addition of a device to the person who has made a code. The same token again finds
  /// the device that is there. A code that was refused for another reason can be used again.
  ///
  /// @param then receives the result; `DEVICE_CODE_UNKNOWN`, `DEVICES_TOO_MANY`
  public void link(Request.LinkDevice request, Completion<Account> then) {
    byte[] hash = new DeviceToken(request.token()).hash();
    Issued used = codes.use(request.code()).orElse(null);
    UserId person = used == null ? null : used.person();
    Completion<Account> linked =
        new Completion<>() {
          @Override
          public void committed(Account account) {
            then.committed(account);
          }

          @Override
          public void refused(FaultException why) {
            if (used != null) {
              codes.giveBack(used);
            }
            then.refused(why);
          }
        };
    try {
      store.submit(tx -> tx.addDevice(person, hash, request.device()), linked);
    } catch (FaultException busy) {
      linked.refused(busy);
    }
  }

  /// A new code that adds a device to a person; reads the disk.
  ///
  /// @throws FaultException `DEVICES_TOO_MANY` if there is no room for one
  public Response createCode(UserId person) {
    if (store.devices(person).size() >= Limits.DEVICES) {
      throw new FaultException(Fault.DEVICES_TOO_MANY);
    }
    return new Response.DeviceCodeCreated(codes.issue(person), DeviceCode.VALID_MILLIS);
  }

  /// The devices of a person; reads the disk.
  public List<Device> devices(UserId person) {
    return store.devices(person);
  }

  /// Queues the removal of a device of a person, and withdraws the person's code: the device may
  /// have asked for it.
  ///
  /// @param then receives whether it was there
  public void removeDevice(UserId person, DeviceId device, Completion<Boolean> then) {
    codes.withdraw(person);
    store.submit(
        tx -> {
          boolean removed = tx.removeDevice(person, device);
          codes.withdraw(person);
          return removed;
        },
        then);
  }

  /// The account of a token; reads the disk. Counted per person: what a device is told when it
  /// comes back is the most that one request can ask for.
  ///
  /// @throws FaultException `TOKEN_UNKNOWN`, `ACCOUNT_DELETED`, `DEVICE_SIGNED_OUT`, `RATE_LIMITED`
  public Account resume(String token) {
    Account account =
        store
            .accountOf(new DeviceToken(token).hash())
            .orElseThrow(() -> new FaultException(Fault.TOKEN_UNKNOWN));
    limiter.count(RateCategory.RESUMING, account.id());
    return account;
  }
}

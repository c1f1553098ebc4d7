package hearth.server.account;

import hearth.protocol.DeviceCode;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.UserId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The codes that add devices: one per person, kept in memory as a hash until it is used, replaced,
/// withdrawn, too old, or was tried too often. Safe from any thread.
///
/// The first characters say which code is meant, so that wrong tries count against that one code;
/// the rest is compared in constant time.
public final class DeviceCodes {
  /// Wrong tries after which a code is of no use any more.
  static final int TRIES = 5;

  /// Codes that wait to be used; there are nearly three times as many handles.
  private static final int MOST = 10_000;

  private static final int HANDLE = 3;
  private static final Duration VALID = Duration.ofMillis(DeviceCode.VALID_MILLIS);

  private final InstantSource clock;
  private final RandomGenerator random = new SecureRandom();
  private final Map<String, Issued> byHandle = new HashMap<>();
  private final Map<UserId, String> handles = new HashMap<>();

  public DeviceCodes(InstantSource clock) {
    this.clock = clock;
  }

  /// A new code of a person; the one before is withdrawn.
  ///
  /// @throws FaultException `SERVER_BUSY` if too many codes wait
  public synchronized DeviceCode issue(UserId person) {
    withdraw(person);
    if (byHandle.size() >= MOST) {
      removeOld();
    }
    if (byHandle.size() >= MOST) {
      throw new FaultException(Fault.SERVER_BUSY);
    }
    DeviceCode code = DeviceCode.random(random);
    while (byHandle.containsKey(handle(code))) {
      code = DeviceCode.random(random);
    }
    put(new Issued(handle(code), person, hash(code), clock.instant()));
    return code;
  }

  /// Uses a code, so that nobody else can; empty where that is no code.
  public synchronized Optional<Issued> use(DeviceCode code) {
    Issued issued = byHandle.get(handle(code));
    if (issued == null) {
      return Optional.empty();
    }
    if (!isValid(issued)) {
      withdraw(issued.person);
      return Optional.empty();
    }
    if (!MessageDigest.isEqual(issued.hash, hash(code))) {
      if (++issued.wrong >= TRIES) {
        withdraw(issued.person);
      }
      return Optional.empty();
    }
    withdraw(issued.person);
    return Optional.of(issued);
  }

  /// What a code was used for did not come about: it can be used again, unless there is a newer
  /// one.
  public synchronized void giveBack(Issued issued) {
    if (!handles.containsKey(issued.person) && !byHandle.containsKey(issued.handle)) {
      put(issued);
    }
  }

  /// The code of a person is of no use any more.
  public synchronized void withdraw(UserId person) {
    String handle = handles.remove(person);
    if (handle != null) {
      byHandle.remove(handle);
    }
  }

  private void put(Issued issued) {
    byHandle.put(issued.handle, issued);
    handles.put(issued.person, issued.handle);
  }

  private void removeOld() {
    byHandle.values().removeIf(issued -> !isValid(issued));
    handles.values().removeIf(handle -> !byHandle.containsKey(handle));
  }

  /// A clock that was set back must not make a code live longer.
  private boolean isValid(Issued issued) {
    Instant now = clock.instant();
    return !now.isBefore(issued.at) && now.isBefore(issued.at.plus(VALID));
  }

  private static String handle(DeviceCode code) {
    return code.text().substring(0, HANDLE);
  }

  private static byte[] hash(DeviceCode code) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(code.text().getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  /// A code that somebody was given.
  public static final class Issued {
    private final String handle;
    private final UserId person;
    private final byte[] hash;
    private final Instant at;
    private int wrong;

    private Issued(String handle, UserId person, byte[] hash, Instant at) {
      this.handle = handle;
      this.person = person;
      this.hash = hash;
      this.at = at;
    }

    /// Whose devices it adds to.
    public UserId person() {
      return person;
    }
  }
}

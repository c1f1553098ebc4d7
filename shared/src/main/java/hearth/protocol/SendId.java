package hearth.protocol;

import java.util.UUID;
import java.util.random.RandomGenerator;

/// The key of idempotence: the sender's own UUID for one thing it makes. A request that is sent
/// again with the same id has no second effect; it is answered as the first one was.
public record SendId(UUID value) {

  /// A new id of UUID version 7 (RFC 9562, section 5.7): 48 bits of time, 74 random bits.
  ///
  /// @param unixMillis milliseconds since 1970, UTC
  /// @param random the source of the random bits; a `SecureRandom` where ids must not be guessed
  public static SendId create(long unixMillis, RandomGenerator random) {
    long high = (unixMillis << 16) | 0x7000L | (random.nextLong() & 0x0FFFL);
    long low = 0x8000_0000_0000_0000L | (random.nextLong() >>> 2);
    return new SendId(new UUID(high, low));
  }

  /// Reads the canonical form of 36 characters.
  ///
  /// @throws FaultException [Fault#PARAMS_INVALID] for anything else
  public static SendId parse(String text) {
    try {
      UUID id = UUID.fromString(text);
      if (text.length() == 36 && id.toString().equalsIgnoreCase(text)) {
        return new SendId(id);
      }
    } catch (IllegalArgumentException notAnId) {
      // Said below, in the protocol's own words.
    }
    throw new FaultException(Fault.PARAMS_INVALID, "sendId must be a UUID of 36 characters");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

package hearth.protocol;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// A code that adds one device to a person, once and within [#VALID_MILLIS]: eight characters, none
/// of which looks like another.
///
/// @param text as it stands on the wire
public record DeviceCode(String text) {
  /// Digits and capital letters without 0 and O, 1, I and L, and U, which looks like V.
  public static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

  public static final int LENGTH = 8;

  /// How long a code can be used, in milliseconds.
  public static final long VALID_MILLIS = 10 * 60 * 1_000;

  private static final int HALF = LENGTH / 2;

  public DeviceCode {
    if (text.length() != LENGTH || !text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)) {
      throw new FaultException(Fault.DEVICE_CODE_UNKNOWN);
    }
  }

  /// A new code. The generator must be one that nobody can foresee.
  public static DeviceCode random(RandomGenerator random) {
    StringBuilder text = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new DeviceCode(text.toString());
  }

  /// What a person types: in small letters too, with blanks and dashes anywhere.
  ///
  /// @return empty if it is no code
  public static Optional<DeviceCode> parse(String typed) {
    String text = typed.replaceAll("[\\s\\p{Pd}]", "").toUpperCase(Locale.ROOT);
    try {
      return Optional.of(new DeviceCode(text));
    } catch (FaultException noCode) {
      return Optional.empty();
    }
  }

  /// The form to read out and to type: two halves with a dash between.
  public String shown() {
    return text.substring(0, HALF) + "-" + text.substring(HALF);
  }

  /// Hides the code, which must not reach a log.
  @Override
  public String toString() {
    return "DeviceCode[…]";
  }
}

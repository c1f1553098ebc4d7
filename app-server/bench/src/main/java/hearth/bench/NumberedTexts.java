package hearth.bench;

/// The texts of the bench's messages: all of the same length, each ending with its number, by which
/// the receivers recognise it. Immutable.
final class NumberedTexts {
  /// How many digits a number has in a text.
  static final int DIGITS = 10;

  private static final String WORDS =
      "The printer on the second floor is back, and the meeting about it begins at ten. ";

  private final String padding;

  /// @param length in bytes, at least [#DIGITS]
  NumberedTexts(int length) {
    int room = length - DIGITS;
    padding = WORDS.repeat(room / WORDS.length() + 1).substring(0, room);
  }

  String of(long number) {
    String digits = Long.toString(number);
    return padding + "0".repeat(DIGITS - digits.length()) + digits;
  }
}

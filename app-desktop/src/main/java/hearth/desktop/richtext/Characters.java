package hearth.desktop.richtext;

/// What the layout must know about single characters. Holds no state.
final class Characters {
  private Characters() {}

  /// Whether a character ends a paragraph.
  static boolean isBreak(char c) {
    return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  /// Whether a character may hang over the end of a line.
  static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == 0x1680 || c == 0x3000 || c == 0x200B || isNarrowBlank(c);
  }

  private static boolean isNarrowBlank(char c) {
    return c >= 0x2000 && c <= 0x200A && c != 0x2007;
  }

  /// Whether a character only says how others are to be read or joined, and has no shape itself.
  /// Joiners are not among them: fonts need them.
  static boolean isUnseen(int c) {
    return (c < ' ' && c != '\t')
        || (c >= 0x7F && c < 0xA0)
        || c == 0xAD
        || c == 0x061C
        || c == 0x200B
        || c == 0x200E
        || c == 0x200F
        || (c >= 0x2028 && c <= 0x202E)
        || (c >= 0x2060 && c <= 0x206F)
        || (c >= 0xFE00 && c <= 0xFE0F)
        || c == 0xFEFF
        || (c >= 0xFFF9 && c <= 0xFFFB)
        || (c >= 0xE0000 && c <= 0xE0FFF);
  }

  static boolean isLoneSurrogate(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  static boolean isRightToLeft(int c) {
    byte direction = Character.getDirectionality(c);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  /// Whether a picture may begin here; lines may break before and after one.
  static boolean isPicture(int c) {
    return c >= 0x231A && (Character.isEmojiPresentation(c) || isFlagLetter(c));
  }

  private static boolean isFlagLetter(int c) {
    return c >= 0x1F1E6 && c <= 0x1F1FF;
  }

  static boolean isThai(char c) {
    return c >= 0x0E01 && c <= 0x0E5B;
  }

  static boolean isLatin(char c) {
    return c < 0x0250;
  }
}

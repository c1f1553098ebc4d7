package hearth.protocol;

/// Characters of which nothing is seen, beside the blanks that Java knows. Holds no state.
public final class Invisible {
  /// The characters with Unicode's property `Default_Ignorable_Code_Point`, as pairs of the first
  /// and the last of a range; those that are not assigned yet included.
  private static final int[] IGNORABLE = {
    0x00AD, 0x00AD, 0x034F, 0x034F, 0x061C, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180F,
    0x200B, 0x200F, 0x202A, 0x202E, 0x2060, 0x206F, 0x3164, 0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFEFF,
    0xFFA0, 0xFFA0, 0xFFF0, 0xFFF8, 0x1BCA0, 0x1BCA3, 0x1D173, 0x1D17A, 0xE0000, 0xE0FFF
  };

  private Invisible() {}

  /// Whether a character has no form of its own: joiners, selectors, fillers, tags, marks of
  /// direction.
  public static boolean isIgnorable(int c) {
    if (c < 0xAD) {
      return false;
    }
    for (int i = 0; i < IGNORABLE.length && IGNORABLE[i] <= c; i += 2) {
      if (c <= IGNORABLE[i + 1]) {
        return true;
      }
    }
    return false;
  }

  /// Whether a character is drawn empty, though Unicode has it as a symbol or a letter: the empty
  /// pattern of Braille, the musical null notehead, the blanks of Egyptian hieroglyphs.
  public static boolean isBlank(int c) {
    return c == 0x2800 || c == 0x1D159 || c == 0x13441 || c == 0x13442;
  }

  /// Whether a character shows anything.
  public static boolean isSeen(int c) {
    return !Character.isWhitespace(c)
        && !Character.isSpaceChar(c)
        && Character.getType(c) != Character.FORMAT
        && !isIgnorable(c)
        && !isBlank(c);
  }
}

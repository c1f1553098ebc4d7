package hearth.protocol;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/// A name without the invisible characters that do nothing where they stand. Emoji sequences and
/// scripts whose letters join keep theirs. Confined to the thread that made it.
final class VisibleName {
  private static final int NON_JOINER = 0x200C;
  private static final int JOINER = 0x200D;
  private static final int KEYCAP = 0x20E3;
  private static final int BLACK_FLAG = 0x1F3F4;

  /// The scripts whose letters stand alone, so that a joiner between them does nothing.
  private static final Set<UnicodeScript> WITHOUT_JOINERS =
      EnumSet.of(
          UnicodeScript.ARMENIAN,
          UnicodeScript.BOPOMOFO,
          UnicodeScript.COMMON,
          UnicodeScript.CYRILLIC,
          UnicodeScript.GEORGIAN,
          UnicodeScript.GREEK,
          UnicodeScript.HAN,
          UnicodeScript.HANGUL,
          UnicodeScript.HEBREW,
          UnicodeScript.HIRAGANA,
          UnicodeScript.INHERITED,
          UnicodeScript.KATAKANA,
          UnicodeScript.LATIN,
          UnicodeScript.UNKNOWN);

  private final StringBuilder kept = new StringBuilder();

  private VisibleName() {}

  /// The name with single blanks, and none at its ends.
  static String of(String raw) {
    VisibleName name = new VisibleName();
    int[] all = raw.codePoints().toArray();
    for (int i = 0; i < all.length; i++) {
      name.add(all[i], i + 1 < all.length ? all[i + 1] : 0);
    }
    return name.kept.toString().strip();
  }

  /// Whether a name may hold a character for the sake of others beside it.
  static boolean isModifier(int c) {
    return c == NON_JOINER || c == JOINER || isSelector(c) || isTag(c);
  }

  private void add(int c, int next) {
    if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Invisible.isBlank(c)) {
      if (last() != ' ') {
        kept.append(' ');
      }
    } else if (!isRemovable(c) || doesSomething(c, next)) {
      kept.appendCodePoint(c);
    }
  }

  /// Marks of direction and the like are not removed but refused: who typed them meant something.
  private static boolean isRemovable(int c) {
    return Invisible.isIgnorable(c) && (Character.getType(c) != Character.FORMAT || isModifier(c));
  }

  private boolean doesSomething(int c, int next) {
    int before = last();
    if (c == JOINER || c == NON_JOINER) {
      int base = lastBase();
      return joins(base)
          || (c == JOINER && isPicture(base) && Character.isExtendedPictographic(next));
    }
    if (c == 0xFE0E || c == 0xFE0F) {
      return Character.isEmoji(before) && (before >= 0xA9 || next == KEYCAP);
    }
    if (isTag(c)) {
      return before == BLACK_FLAG || isTag(before);
    }
    return isSelector(c) && (Character.isIdeographic(before) || joins(before));
  }

  private static boolean isSelector(int c) {
    return (c >= 0xFE00 && c <= 0xFE0F)
        || (c >= 0xE0100 && c <= 0xE01EF)
        || (c >= 0x180B && c <= 0x180D)
        || c == 0x180F;
  }

  private static boolean isTag(int c) {
    return c >= 0xE0020 && c <= 0xE007F;
  }

  private static boolean joins(int c) {
    return Character.isLetter(c) && !WITHOUT_JOINERS.contains(UnicodeScript.of(c));
  }

  private static boolean isPicture(int c) {
    return Character.isExtendedPictographic(c) || Character.isEmojiModifier(c);
  }

  /// The last character kept; 0 for none.
  private int last() {
    return kept.isEmpty() ? 0 : kept.codePointBefore(kept.length());
  }

  /// The last character kept that is neither a mark nor invisible; 0 for none.
  private int lastBase() {
    int end = kept.length();
    while (end > 0) {
      int c = kept.codePointBefore(end);
      int type = Character.getType(c);
      if (type != Character.NON_SPACING_MARK
          && type != Character.COMBINING_SPACING_MARK
          && !Invisible.isIgnorable(c)) {
        return c;
      }
      end -= Character.charCount(c);
    }
    return 0;
  }
}

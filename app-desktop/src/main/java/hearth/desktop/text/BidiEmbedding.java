package hearth.desktop.text;

import java.text.Bidi;

/// Keeps what others have written from reordering the sentence it stands in: a name that is read
/// from right to left would otherwise take the words and numbers beside it along. Holds no state.
///
/// By embeddings with a mark after them rather than by isolates (U+2066 to U+2069), which JavaFX
/// draws as boxes.
final class BidiEmbedding {
  private static final char LEFT_TO_RIGHT_MARK = '\u200E';
  private static final char LEFT_TO_RIGHT = '\u202A';
  private static final char RIGHT_TO_LEFT = '\u202B';
  private static final char END = '\u202C';
  private static final char LAST_OVERRIDE = '\u202E';

  private BidiEmbedding() {}

  /// The text in an embedding of its own direction, if it can reorder anything; in it, no embedding
  /// is left open or closed too often. Any other text, nearly all, as it is.
  static String of(String text) {
    char[] units = text.toCharArray();
    boolean plain =
        !Bidi.requiresBidi(units, 0, units.length) && text.chars().noneMatch(BidiEmbedding::acts);
    return plain ? text : embedded(text);
  }

  private static String embedded(String text) {
    StringBuilder embedded = new StringBuilder(text.length() + 4);
    embedded.append(isLeftToRight(text) ? LEFT_TO_RIGHT : RIGHT_TO_LEFT);
    int open = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean kept = c == END ? open > 0 : !isIsolate(c);
      if (kept) {
        open += change(c);
        embedded.append(c);
      }
    }
    return embedded
        .append(String.valueOf(END).repeat(open + 1))
        .append(LEFT_TO_RIGHT_MARK)
        .toString();
  }

  /// The direction of the first letter that stands in no embedding.
  private static boolean isLeftToRight(String text) {
    int open = 0;
    for (int c : text.codePoints().toArray()) {
      open = Math.max(0, open + change(c));
      byte direction = Character.getDirectionality(c);
      if (open == 0 && direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT) {
        return true;
      }
      if (open == 0
          && (direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
              || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)) {
        return false;
      }
    }
    return true;
  }

  /// By how much a character changes the number of open embeddings.
  private static int change(int c) {
    if (c == END) {
      return -1;
    }
    return c >= LEFT_TO_RIGHT && c <= LAST_OVERRIDE ? 1 : 0;
  }

  private static boolean acts(int c) {
    return isIsolate(c) || c == END || change(c) != 0;
  }

  private static boolean isIsolate(int c) {
    return c >= 0x2066 && c <= 0x2069;
  }
}

package hearth.desktop.richtext;

import org.jspecify.annotations.Nullable;

/// Characters of one direction, and how they are given to JavaFX: without those that are not seen
/// but would be drawn as boxes, and with marks that make JavaFX see the direction which the
/// paragraph gives them. Immutable.
final class Stretch {
  private static final char RIGHT_TO_LEFT_MARK = '\u200F';
  private static final char LEFT_TO_RIGHT_OVERRIDE = '\u202D';
  private static final char RIGHT_TO_LEFT_OVERRIDE = '\u202E';
  private static final char POP = '\u202C';
  private static final String TAB = "    ";

  private final int start;
  private final int end;
  private final boolean rightToLeft;
  private final String shown;

  /// The text's index of each shown character, and the end; null if they are the same ones.
  private final int @Nullable [] places;

  private Stretch(int start, int end, boolean rightToLeft, String shown, int @Nullable [] places) {
    this.start = start;
    this.end = end;
    this.rightToLeft = rightToLeft;
    this.shown = shown;
    this.places = places;
  }

  static Stretch of(String text, int start, int end, boolean rightToLeft) {
    if (!rightToLeft && isPlain(text, start, end)) {
      return new Stretch(start, end, false, text.substring(start, end), null);
    }
    return new Builder(text, start, end, rightToLeft).build();
  }

  /// Characters of which JavaFX needs every one, as they make one emoji.
  static Stretch asItIs(String text, int start, int end, boolean rightToLeft) {
    return new Stretch(start, end, rightToLeft, text.substring(start, end), null);
  }

  private static boolean isPlain(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c >= 0x0590 || c < ' ' || c == 0xAD || (c >= 0x7F && c < 0xA0)) {
        return isPlainRest(text, i, end);
      }
    }
    return true;
  }

  private static boolean isPlainRest(String text, int from, int end) {
    for (int i = from; i < end; ) {
      int c = text.codePointAt(i);
      if (Characters.isUnseen(c)
          || c == '\t'
          || Characters.isLoneSurrogate(c)
          || Characters.isRightToLeft(c)) {
        return false;
      }
      i += Character.charCount(c);
    }
    return true;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  boolean isRightToLeft() {
    return rightToLeft;
  }

  /// What JavaFX gets.
  String shown() {
    return shown;
  }

  /// The index within [#shown] of a character of the text.
  int shownIndex(int index) {
    if (places == null) {
      return index - start;
    }
    int low = 0;
    int high = shown.length();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (places[middle] < index) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// The index of the text that belongs to one within [#shown].
  int index(int shownIndex) {
    int at = Math.clamp(shownIndex, 0, shown.length());
    return places == null ? start + at : Math.min(places[at], end);
  }

  /// Builds what is shown with the index of each character.
  private static final class Builder {
    private final String text;
    private final int start;
    private final int end;
    private final boolean rightToLeft;
    private final StringBuilder shown = new StringBuilder();
    private final int[] places;

    Builder(String text, int start, int end, boolean rightToLeft) {
      this.text = text;
      this.start = start;
      this.end = end;
      this.rightToLeft = rightToLeft;
      this.places = new int[(end - start) * TAB.length() + 3];
    }

    Stretch build() {
      char before = mark();
      if (before != 0) {
        add(before, start);
      }
      for (int i = start; i < end; ) {
        int c = text.codePointAt(i);
        int length = Math.min(Character.charCount(c), end - i);
        if (c == '\t') {
          for (int j = 0; j < TAB.length(); j++) {
            add(' ', i);
          }
        } else if (Characters.isLoneSurrogate(c)) {
          add('\uFFFD', i);
        } else if (!Characters.isUnseen(c)) {
          for (int j = 0; j < length; j++) {
            add(text.charAt(i + j), i + j);
          }
        }
        i += length;
      }
      if (before != 0) {
        add(before == RIGHT_TO_LEFT_MARK ? before : POP, end);
      }
      places[shown.length()] = end;
      return new Stretch(start, end, rightToLeft, shown.toString(), places);
    }

    private void add(char c, int index) {
      places[shown.length()] = index;
      shown.append(c);
    }

    /// What stands before the characters: nothing where JavaFX sees their direction by itself.
    private char mark() {
      boolean left = false;
      boolean right = false;
      for (int i = start; i < end; ) {
        int c = text.codePointAt(i);
        left |= Character.getDirectionality(c) == Character.DIRECTIONALITY_LEFT_TO_RIGHT;
        right |= Characters.isRightToLeft(c);
        i += Character.charCount(c);
      }
      if (rightToLeft) {
        return left ? RIGHT_TO_LEFT_OVERRIDE : RIGHT_TO_LEFT_MARK;
      }
      return right ? LEFT_TO_RIGHT_OVERRIDE : 0;
    }
  }
}

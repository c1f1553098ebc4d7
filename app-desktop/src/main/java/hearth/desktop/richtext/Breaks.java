package hearth.desktop.richtext;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where a paragraph may be broken into lines, by Java's [BreakIterator] with what it does not
/// know: Thai words within other texts, Tibetan syllables, zero-width spaces and rows of emoji; and
/// without the breaks it sees in addresses and file names. Confined to one thread.
final class Breaks {
  private static final char TSHEG = '\u0F0B';

  /// More marks than any script or emoji puts into one cluster.
  static final int LONGEST = 16;

  private static final char ZERO_WIDTH_SPACE = '\u200B';

  private final String text;
  private final int start;
  private final int end;
  private final List<Atom> atoms;
  private final BreakIterator lines = BreakIterator.getLineInstance(Locale.ROOT);
  private final BreakIterator clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
  private final @Nullable BreakIterator thai;

  /// The breaks of a paragraph.
  ///
  /// @param atoms within which there is no break, in order
  Breaks(String text, int start, int end, List<Atom> atoms) {
    this.text = text;
    this.start = start;
    this.end = end;
    this.atoms = atoms;
    String paragraph = text.substring(start, end);
    lines.setText(paragraph);
    clusters.setText(paragraph);
    if (paragraph.chars().anyMatch(c -> Characters.isThai((char) c))) {
      thai = BreakIterator.getLineInstance(Locale.of("th"));
      thai.setText(paragraph);
    } else {
      thai = null;
    }
  }

  /// The next index where a line may end; the paragraph's end if there is none before.
  int next(int index) {
    for (int i = cluster(index); i < end; i = cluster(i)) {
      if (isBreak(i)) {
        return i;
      }
    }
    return end;
  }

  /// The end of the cluster or picture that begins at an index, or goes on there.
  int cluster(int index) {
    Atom atom = atoms.isEmpty() ? null : atomAt(index);
    if (atom != null) {
      return atom.end();
    }
    int found = clusters.following(index - start);
    int next = found == BreakIterator.DONE ? end : start + found;
    if (next > index + LONGEST) {
      next = index + LONGEST;
      next -= Character.isLowSurrogate(text.charAt(next)) ? 1 : 0;
    }
    Atom within = atoms.isEmpty() ? null : atomAt(next);
    return within != null && within.start() < next ? within.end() : next;
  }

  private @Nullable Atom atomAt(int index) {
    int low = 0;
    int high = atoms.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Atom atom = atoms.get(middle);
      if (index < atom.start()) {
        high = middle - 1;
      } else if (index >= atom.end()) {
        low = middle + 1;
      } else {
        return atom;
      }
    }
    return null;
  }

  private boolean isBreak(int index) {
    char before = text.charAt(index - 1);
    char after = text.charAt(index);
    if (Characters.isBlank(after)) {
      return false; // blanks hang over the end of the line before
    }
    if (Characters.isLatin(before) && Characters.isLatin(after)) {
      return before <= ' ' || (isJoint(before) && Character.isLetterOrDigit(after));
    }
    if (Characters.isThai(before) && Characters.isThai(after)) {
      return thai != null && thai.isBoundary(index - start);
    }
    if (before == ZERO_WIDTH_SPACE || (before == TSHEG && after != TSHEG)) {
      return Character.isLetterOrDigit(after) || before == ZERO_WIDTH_SPACE;
    }
    return lines.isBoundary(index - start) || isBesidePicture(index);
  }

  private static boolean isJoint(char c) {
    return c == '-' || c == '/';
  }

  private boolean isBesidePicture(int index) {
    int after = text.codePointAt(index);
    return Characters.isPicture(after) && !isOpening(text.codePointBefore(index));
  }

  private static boolean isOpening(int c) {
    int type = Character.getType(c);
    return type == Character.START_PUNCTUATION || type == Character.INITIAL_QUOTE_PUNCTUATION;
  }
}

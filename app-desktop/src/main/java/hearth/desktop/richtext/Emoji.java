package hearth.desktop.richtext;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;

/// Finds emoji that are drawn by a font. Each is shaped by itself: where JavaFX shapes by code
/// points, as it does on Linux, it takes their two halves for one character, and what follows would
/// be measured at the wrong place. Holds no state.
final class Emoji {
  private Emoji() {}

  /// The pictures of a text, and its emoji that are none, in order.
  static List<Atom> among(String text, List<Atom> pictures) {
    if (text.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
      return pictures;
    }
    List<Atom> all = new ArrayList<>();
    BreakIterator clusters = BreakIterator.getCharacterInstance();
    clusters.setText(text);
    int next = 0;
    for (int at = 0; at < text.length(); ) {
      if (next < pictures.size() && pictures.get(next).start() <= at) {
        Atom picture = pictures.get(next++);
        all.add(picture);
        at = picture.end();
        continue;
      }
      int end = clusters.following(at);
      if (next < pictures.size()) {
        end = Math.min(end, pictures.get(next).start());
      }
      if (end - at <= Breaks.LONGEST && isEmoji(text, at, end)) {
        all.add(new Atom(at, end, false));
      }
      at = end;
    }
    return all;
  }

  private static boolean isEmoji(String text, int start, int end) {
    return text.substring(start, end)
        .codePoints()
        .anyMatch(
            c ->
                Character.isSupplementaryCodePoint(c)
                    && !Character.isLetterOrDigit(c)
                    && !Characters.isUnseen(c));
  }
}

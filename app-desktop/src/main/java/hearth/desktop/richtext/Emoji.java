package hearth.desktop.richtext;

import hearth.emoji.EmojiFinder;
import hearth.emoji.EmojiMatch;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds emoji. Each is shaped by itself: where JavaFX shapes by code points, as it does on Linux,
/// it takes the two halves of a sign for one character, and what follows would be measured at the
/// wrong place. Holds no state.
final class Emoji {
  /// The first character that makes a sign an emoji, or is one.
  private static final int FIRST = 0x203C;

  private Emoji() {}

  /// Whether a stretch is an emoji that has a picture.
  static boolean hasPicture(String text, int start, int end) {
    return EmojiFinder.standard()
        .first(text, start, end)
        .filter(match -> match.start() == start && match.end() == end)
        .isPresent();
  }

  /// The pictures of a text, and its emoji that are none, in order.
  static List<Atom> among(String text, List<Atom> pictures) {
    if (text.chars().allMatch(c -> c < FIRST)) {
      return pictures;
    }
    List<Atom> known = withEmoji(text, pictures);
    return text.chars().noneMatch(c -> Character.isSurrogate((char) c))
        ? known
        : withClusters(text, known);
  }

  private static List<Atom> withEmoji(String text, List<Atom> pictures) {
    List<Atom> all = new ArrayList<>(pictures);
    Optional<EmojiMatch> match = EmojiFinder.standard().first(text, 0, text.length());
    while (match.isPresent()) {
      int start = match.get().start();
      int end = match.get().end();
      if (pictures.stream().noneMatch(atom -> atom.start() < end && start < atom.end())) {
        all.add(new Atom(start, end, false));
      }
      match = EmojiFinder.standard().first(text, end, text.length());
    }
    all.sort(Comparator.comparingInt(Atom::start));
    return all;
  }

  private static List<Atom> withClusters(String text, List<Atom> pictures) {
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

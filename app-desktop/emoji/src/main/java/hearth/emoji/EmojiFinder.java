package hearth.emoji;

import java.util.Optional;

/// Finds emoji in texts, as Unicode's technical standard 51 reads them: the longest sequence that
/// has a picture. What may be text or picture is a picture only with the emoji selector (or in a
/// sequence), and never with the text selector. A sequence without a picture is read as its parts.
/// Immutable.
public final class EmojiFinder {
  static final int EMOJI_SELECTOR = 0xFE0F;
  private static final int TEXT_SELECTOR = 0xFE0E;
  private static final int JOINER = 0x200D;
  private static final int FIRST_TAG = 0xE0020;
  private static final int LAST_TAG = 0xE007F;

  /// Below it only a few signs are emoji, and only with a selector.
  private static final char FIRST_USUAL = 0x203C;

  private final EmojiSequences sequences;

  private EmojiFinder(EmojiSequences sequences) {
    this.sequences = sequences;
  }

  /// The finder of all emoji that there are. It is made at the first call.
  public static EmojiFinder standard() {
    return Standard.FINDER;
  }

  /// The first emoji that lies wholly within a stretch of a text.
  public Optional<EmojiMatch> first(CharSequence text, int from, int to) {
    for (int at = from; at < to; at++) {
      if (mayBegin(text.charAt(at))) {
        Optional<EmojiMatch> match = at(text, at, to);
        if (match.isPresent()) {
          return match;
        }
      }
    }
    return Optional.empty();
  }

  /// How many emoji a text is made of; 0 if there is anything else in it but spaces.
  public int countIfAlone(CharSequence text) {
    int count = 0;
    int at = 0;
    while (at < text.length()) {
      Optional<EmojiMatch> match = at(text, at, text.length());
      if (match.isPresent()) {
        count++;
        at = match.get().end();
      } else if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else {
        return 0;
      }
    }
    return count;
  }

  private static boolean mayBegin(char unit) {
    return unit >= FIRST_USUAL
        ? !Character.isLowSurrogate(unit)
        : (unit >= '0' && unit <= '9') || unit == '#' || unit == '*' || unit == '©' || unit == '®';
  }

  private Optional<EmojiMatch> at(CharSequence text, int start, int to) {
    int state = EmojiSequences.START;
    int picture = EmojiSequences.NONE;
    int end = start;
    int at = start;
    while (at < to) {
      int code = Character.codePointAt(text, at);
      state = sequences.next(state, code);
      if (state == EmojiSequences.NONE || at + Character.charCount(code) > to) {
        break;
      }
      boolean single = at == start;
      at += Character.charCount(code);
      boolean asEmoji = at < to && text.charAt(at) == EMOJI_SELECTOR;
      boolean asText = at < to && text.charAt(at) == TEXT_SELECTOR;
      if (asEmoji) {
        at++;
      }
      if (sequences.picture(state) != EmojiSequences.NONE
          && !asText
          && (!single || asEmoji || Character.isEmojiPresentation(code))) {
        picture = sequences.picture(state);
        end = at;
      }
    }
    return picture == EmojiSequences.NONE
        ? Optional.empty()
        : Optional.of(new EmojiMatch(start, withFollowers(text, end, to), picture));
  }

  /// The end of an emoji with what is not to be seen after it: a joiner of parts, tags of an
  /// unknown flag.
  private static int withFollowers(CharSequence text, int end, int to) {
    int at = end;
    while (at < to) {
      int code = Character.codePointAt(text, at);
      if (code != JOINER && code != EMOJI_SELECTOR && (code < FIRST_TAG || code > LAST_TAG)) {
        break;
      }
      at += Character.charCount(code);
    }
    return Math.min(at, to);
  }

  /// Loads at the first use.
  private static final class Standard {
    static final EmojiFinder FINDER =
        new EmojiFinder(new EmojiSequences(Resource.lines("sequences.txt")));
  }
}

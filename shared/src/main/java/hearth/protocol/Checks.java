package hearth.protocol;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The checks by which the records of this package validate themselves.
final class Checks {
  private static final int REPLACEMENT = 0xFFFD;
  private static final int HANGUL_FILLER = 0x3164;

  /// How many marks may stand on one letter; Unicode's advice (UTS #39, 5.4).
  private static final int MARKS_ON_A_LETTER = 4;

  private Checks() {}

  static void positive(long value, String what) {
    if (value <= 0) {
      throw new FaultException(Fault.PARAMS_INVALID, what + " must be positive");
    }
  }

  static void notNegative(long value, String what) {
    if (value < 0) {
      throw new FaultException(Fault.PARAMS_INVALID, what + " must not be negative");
    }
  }

  static void between(long value, long low, long high, String what) {
    if (value < low || value > high) {
      throw new FaultException(
          Fault.PARAMS_INVALID, what + " must be between " + low + " and " + high);
    }
  }

  /// A name as it is kept: outer space taken off, inner space as single blanks, without invisible
  /// characters that do nothing there.
  static String name(String raw) {
    String name = VisibleName.of(raw);
    if (name.isEmpty()) {
      throw new FaultException(Fault.NAME_EMPTY);
    }
    if (name.codePointCount(0, name.length()) > Limits.NAME) {
      throw new FaultException(Fault.NAME_TOO_LONG);
    }
    if (!name.codePoints().allMatch(Checks::fitForName)
        || name.codePoints().noneMatch(c -> Invisible.isSeen(c) && !isMark(c))
        || hasPileOfMarks(name)) {
      throw new FaultException(Fault.NAME_CHARACTERS);
    }
    return name;
  }

  /// A name that was chosen once, perhaps by a version that knew fewer rules: what can be shown at
  /// all is taken.
  static String chosenName(String raw) {
    try {
      return name(raw);
    } catch (FaultException refused) {
      String name = raw.strip().replaceAll("\\s+", " ");
      if (name.isEmpty()
          || name.codePointCount(0, name.length()) > Limits.NAME
          || !name.codePoints().allMatch(Checks::fitForName)) {
        throw refused;
      }
      return name;
    }
  }

  /// A text as it is kept: outer space taken off, line ends as `\n`, what has no form on a screen
  /// (control characters, halves of surrogate pairs) as U+FFFD, so that its place stays visible.
  static String text(String raw) {
    String text = raw.strip();
    if (!isPlain(text)) {
      text = mended(text.replace("\r\n", "\n").replace('\r', '\n'));
      if (text.codePoints().noneMatch(Invisible::isSeen)) {
        throw new FaultException(Fault.TEXT_EMPTY);
      }
    }
    if (text.isEmpty()) {
      throw new FaultException(Fault.TEXT_EMPTY);
    }
    if (text.length() > Limits.TEXT && text.codePointCount(0, text.length()) > Limits.TEXT) {
      throw new FaultException(Fault.TEXT_TOO_LONG);
    }
    return text;
  }

  /// What a chat is about, in one line.
  static String topic(String raw) {
    return line(raw, Limits.TOPIC);
  }

  /// A text in one line; empty where there is nothing to see.
  static String line(String raw, int most) {
    String line = mended(raw).strip().replaceAll("\\s+", " ");
    if (line.codePoints().noneMatch(Invisible::isSeen)) {
      return "";
    }
    if (line.codePointCount(0, line.length()) > most) {
      throw new FaultException(Fault.TEXT_TOO_LONG);
    }
    return line;
  }

  /// When something ends, in the years that a clock can show.
  static @Nullable Instant end(@Nullable Instant until) {
    return until != null && until.isAfter(Action.Mute.ALWAYS) ? Action.Mute.ALWAYS : until;
  }

  /// A text that is still being written: nothing is taken off its ends.
  static String draft(String raw) {
    String text = mended(raw.replace("\r\n", "\n").replace('\r', '\n'));
    if (text.codePointCount(0, text.length()) > Limits.TEXT) {
      throw new FaultException(Fault.TEXT_TOO_LONG);
    }
    return text;
  }

  /// Whether there is nothing in the text to look at more closely, as in nearly every one: it is
  /// looked at on its whole way, by threads that many wait for.
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain =
          c == '\n'
              || (c >= ' ' && c < 0x7F)
              || (c >= 0x3040 && c < Character.MIN_SURROGATE && c != HANGUL_FILLER);
      if (!plain) {
        return false;
      }
    }
    return true;
  }

  private static String mended(String text) {
    if (text.codePoints().allMatch(Checks::fitForText)) {
      return text;
    }
    int[] mended = text.codePoints().map(c -> fitForText(c) ? c : REPLACEMENT).toArray();
    return new String(mended, 0, mended.length);
  }

  static <T> List<T> atMost(int most, Collection<T> values, Fault fault) {
    if (values.size() > most) {
      throw new FaultException(fault);
    }
    return List.copyOf(values);
  }

  private static boolean fitForText(int c) {
    return c == '\n'
        || c == '\t'
        || (!Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE);
  }

  /// Joiners and selectors are part of emoji and of several scripts; every other format character
  /// (marks of direction among them) could make one name look like another.
  private static boolean fitForName(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE ->
          false;
      case Character.FORMAT -> VisibleName.isModifier(c);
      default -> true;
    };
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  private static boolean hasPileOfMarks(String name) {
    int pile = 0;
    for (int c : name.codePoints().toArray()) {
      pile = isMark(c) && !Invisible.isIgnorable(c) ? pile + 1 : 0;
      if (pile > MARKS_ON_A_LETTER) {
        return true;
      }
    }
    return false;
  }
}

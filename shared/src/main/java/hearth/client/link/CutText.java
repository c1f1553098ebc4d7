package hearth.client.link;

import hearth.protocol.Limits;

/// Names and texts as a client shows them, whatever a server lets pass: no longer than the protocol
/// allows, no control characters, no towers of combining marks. What is fit is returned as it is.
/// Pure.
final class CutText {
  /// Marks on one letter: scripts that need them have up to four in names, and a few more in
  /// vocalised texts.
  private static final int MARKS_IN_NAME = 4;

  private static final int MARKS_IN_TEXT = 8;
  private static final int FIRST_MARK = 0x300;
  private static final int REPLACEMENT = 0xFFFD;
  private static final String ELLIPSIS = "…";

  private CutText() {}

  /// The name of a person, a chat or a server; empty stays empty.
  static String name(String raw) {
    return raw.length() <= Limits.NAME && isPlain(raw)
        ? raw
        : cut(raw, Limits.NAME, MARKS_IN_NAME, false);
  }

  /// What a chat is about; empty stays empty.
  static String topic(String raw) {
    return raw.length() <= Limits.TOPIC && isPlain(raw)
        ? raw
        : cut(raw, Limits.TOPIC, MARKS_IN_NAME, false);
  }

  /// What somebody says beside their name; empty stays empty.
  static String status(String raw) {
    return raw.length() <= Limits.STATUS && isPlain(raw)
        ? raw
        : cut(raw, Limits.STATUS, MARKS_IN_NAME, false);
  }

  /// The text of a message.
  static String text(String raw) {
    return raw.length() <= Limits.TEXT && isPlain(raw)
        ? raw
        : cut(raw, Limits.TEXT, MARKS_IN_TEXT, true);
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || (c >= 0x7F && c < 0xA0) || c >= FIRST_MARK) {
        return false;
      }
    }
    return true;
  }

  private static String cut(String raw, int most, int mostMarks, boolean lines) {
    StringBuilder fit = new StringBuilder(Math.min(raw.length(), 2 * most + 1));
    int count = 0;
    int marks = 0;
    for (int i = 0; i < raw.length(); ) {
      int c = raw.codePointAt(i);
      i += Character.charCount(c);
      marks = isMark(c) ? marks + 1 : 0;
      if (marks > mostMarks) {
        continue;
      }
      if (count++ == most) {
        return fit + ELLIPSIS;
      }
      fit.appendCodePoint(isShown(c, lines) ? c : REPLACEMENT);
    }
    String whole = fit.toString();
    return whole.equals(raw) ? raw : whole;
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  private static boolean isShown(int c, boolean lines) {
    return (lines && (c == '\n' || c == '\t'))
        || (!Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE);
  }
}

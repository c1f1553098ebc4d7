package hearth.desktop.text;

import java.util.Locale;

/// How well a name fits what a person types, best first. Capital letters make no difference.
public enum NameMatch {
  /// The name itself.
  EXACT,
  /// The name begins so.
  START,
  /// One of its words begins so.
  WORD,
  /// It is somewhere in the name.
  INSIDE,
  NONE;

  /// How well a name fits. Every name begins with an empty text.
  public static NameMatch of(String name, String typed) {
    String lower = name.toLowerCase(Locale.ROOT);
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    int at = lower.indexOf(wanted);
    if (at == 0) {
      return lower.length() == wanted.length() ? EXACT : START;
    }
    NameMatch found = at < 0 ? NONE : INSIDE;
    while (at > 0) {
      if (!Character.isLetterOrDigit(lower.codePointBefore(at))) {
        return WORD;
      }
      at = lower.indexOf(wanted, at + 1);
    }
    return found;
  }

  public boolean fits() {
    return this != NONE;
  }

  /// Whether the name or one of its words begins so.
  public boolean begins() {
    return compareTo(WORD) <= 0;
  }
}

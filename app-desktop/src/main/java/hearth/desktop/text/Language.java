package hearth.desktop.text;

import java.util.Locale;

/// The languages of the window. The language in use is the JVM's default locale, which JavaFX's own
/// controls follow too.
public enum Language {
  /// The language of the system, or English if there is no bundle for it.
  SYSTEM(Locale.getDefault()),
  ENGLISH(Locale.ENGLISH),
  SIMPLIFIED_CHINESE(Locale.SIMPLIFIED_CHINESE),
  TRADITIONAL_CHINESE(Locale.TRADITIONAL_CHINESE);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  /// Makes this the language of all sentences that are made from now on.
  public void use() {
    Locale.setDefault(locale);
  }
}

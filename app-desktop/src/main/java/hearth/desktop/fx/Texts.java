package hearth.desktop.fx;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// Every sentence a person reads, by key. Safe from any thread.
public final class Texts {
  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("hearth.desktop.i18n.messages");

  private Texts() {}

  public static ResourceBundle bundle() {
    return BUNDLE;
  }

  /// The language of the sentences, for dates and numbers within them.
  public static Locale locale() {
    Locale locale = BUNDLE.getLocale();
    return locale.getLanguage().isEmpty() ? Locale.ENGLISH : locale;
  }

  /// The sentence of a key.
  ///
  /// @param values fill `{0}`, `{1}` ...
  public static String of(String key, Object... values) {
    String pattern = BUNDLE.getString(key);
    return values.length == 0 ? pattern : new MessageFormat(pattern, locale()).format(values);
  }
}

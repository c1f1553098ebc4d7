package hearth.desktop.text;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// The sentences of the window by key, in the language of [Locale#getDefault()]. Safe from any
/// thread.
public final class Messages {
  private static final String BUNDLE = "hearth.desktop.i18n.messages";

  private Messages() {}

  /// The bundle of the present language.
  public static ResourceBundle bundle() {
    return ResourceBundle.getBundle(BUNDLE);
  }

  /// The locale of the present bundle, for dates and numbers.
  static Locale locale() {
    Locale locale = bundle().getLocale();
    return locale.getLanguage().isEmpty() ? Locale.ENGLISH : locale;
  }

  /// Joins what is listed in a sentence: `Ada, Bo and Chen`.
  ///
  /// @param parts at least one
  static String list(List<String> parts) {
    List<String> first = parts.subList(0, parts.size() - 1);
    return first.stream()
        .reduce((list, next) -> get("list.more", list, next))
        .map(list -> get("list.last", list, parts.getLast()))
        .orElseGet(parts::getLast);
  }

  /// The sentence of a key.
  ///
  /// @param values fill `{0}`, `{1}` and so on; a text that is read from right to left reorders
  ///   nothing of the sentence around it
  public static String get(String key, Object... values) {
    String pattern = bundle().getString(key);
    return values.length == 0
        ? pattern
        : new MessageFormat(pattern, locale()).format(embedded(values));
  }

  private static Object[] embedded(Object... values) {
    return Arrays.stream(values)
        .map(value -> value instanceof String text ? BidiEmbedding.of(text) : value)
        .toArray();
  }
}

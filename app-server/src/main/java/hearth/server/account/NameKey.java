package hearth.server.account;

import java.text.Normalizer;
import java.util.Locale;

/// The form in which names are compared: two names of the same key are the same name.
final class NameKey {
  private NameKey() {}

  /// Unicode's compatibility form without case, so that `Ａｎｎａ`, `anna` and `ANNA` are one.
  static String of(String name) {
    String flat = Normalizer.normalize(name, Normalizer.Form.NFKC);
    // To upper case first: ß and ẞ, σ and ς meet there and nowhere else.
    String folded = flat.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(folded, Normalizer.Form.NFKC);
  }
}

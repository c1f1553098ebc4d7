package hearth.server.names;

import java.text.Normalizer;
import java.util.Locale;

/// The form in which names are compared: names with the same key are the same name. Holds no state.
public final class NameKey {
  private NameKey() {}

  /// Unicode's compatibility form without case, so that `Ａｎｎａ`, `anna` and `ANNA` are equal.
  public static String of(String name) {
    String flat = Normalizer.normalize(name, Normalizer.Form.NFKC);
    // To upper case first, because only there ß equals ẞ and σ equals ς.
    String folded = flat.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(folded, Normalizer.Form.NFKC);
  }
}

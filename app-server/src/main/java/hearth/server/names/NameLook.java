package hearth.server.names;

import java.text.Normalizer;

/// What a name looks like: two names that share one of their forms are taken for the same.
/// Invisible characters, case, and letters that look like others make no difference. Immutable.
///
/// Two forms are needed because likeness depends on case: `AI` looks like `Al` and is the same name
/// as `Ai`, but `Al` and `Ai` differ.
///
/// @param folded the look of the name without case
/// @param seen the look of the name as it is written, then without case
public record NameLook(String folded, String seen) {
  /// The version of these rules; another one whenever a name may get another form.
  public static final String RULES = "2-" + Confusables.UNICODE;

  public static NameLook of(String name) {
    String flat = Normalizer.normalize(name, Normalizer.Form.NFKC);
    String key = NameKey.of(name);
    String seen = NameKey.of(Confusables.skeleton(flat));
    return new NameLook(spaced(Confusables.skeleton(key)), spaced(Confusables.skeleton(seen)));
  }

  /// Blanks that were invisible or wide are plain ones by now, and may stand where none is seen.
  private static String spaced(String look) {
    return look.strip().replaceAll("\\s+", " ");
  }
}

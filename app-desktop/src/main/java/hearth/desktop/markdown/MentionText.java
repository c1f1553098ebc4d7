package hearth.desktop.markdown;

import hearth.protocol.Mentions;
import hearth.protocol.UserId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A text with mentions as it is written: `@Mira` for `<@12>`. Holds no state.
public final class MentionText {
  private static final Comparator<Name> LONGEST =
      Comparator.comparingInt((Name name) -> name.written().length()).reversed();

  private MentionText() {}

  /// What is written for somebody.
  ///
  /// @param user null for everybody
  /// @param written without the `@`
  public record Name(String written, @Nullable UserId user) {}

  /// A text with names in the place of mentions.
  public static String shown(String text, MentionNames names) {
    StringBuilder shown = new StringBuilder();
    int[] from = {0};
    Mentions.visit(
        text,
        (place, user) -> {
          shown.append(text, from[0], place.start()).append(names.of(user));
          from[0] = place.end();
        });
    return from[0] == 0 ? text : shown.append(text, from[0], text.length()).toString();
  }

  /// A text with mentions in the place of names. Of two names that fit, the longer one is meant.
  ///
  /// @param known those who can be mentioned
  public static String sent(String text, List<Name> known) {
    int at = text.indexOf('@');
    if (at < 0) {
      return text;
    }
    List<Name> names = known.stream().sorted(LONGEST).toList();
    StringBuilder sent = new StringBuilder();
    int from = 0;
    while (at >= 0) {
      Optional<Name> name = nameAt(text, at, names);
      if (name.isPresent()) {
        UserId user = name.get().user();
        sent.append(text, from, at).append(user == null ? Mentions.ALL : Mentions.of(user));
        from = at + 1 + name.get().written().length();
      }
      at = text.indexOf('@', Math.max(at + 1, from));
    }
    return sent.append(text.substring(from)).toString();
  }

  private static Optional<Name> nameAt(String text, int at, List<Name> names) {
    if (at > 0 && isWord(text.codePointBefore(at))) {
      return Optional.empty(); // an address, as ann@example.org
    }
    return names.stream()
        .filter(name -> text.startsWith(name.written(), at + 1))
        .filter(name -> ends(text, at + 1 + name.written().length()))
        .findFirst();
  }

  /// Scripts without blanks go on right behind a name.
  private static boolean ends(String text, int index) {
    return index >= text.length() || !isWord(text.codePointAt(index));
  }

  private static boolean isWord(int c) {
    return Character.isLetterOrDigit(c) && !Character.isIdeographic(c);
  }
}

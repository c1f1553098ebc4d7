package hearth.desktop.emoji;

import hearth.emoji.EmojiCatalog;
import hearth.emoji.NamedEmoji;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The short names of emoji within a text: `:smi` is to be completed, `:smile:` is one. Holds no
/// state.
public final class ShortNames {
  private static final int MOST = 8;
  private static final Pattern BEGUN =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}:：])[:：](\\p{IsHan}[\\p{L}\\p{N}]*|[\\p{L}\\p{N}_+-]{2,40})$");
  private static final Pattern WHOLE =
      Pattern.compile("(?<![\\p{L}\\p{N}:]):([a-z0-9_+-]{1,60}):$", Pattern.CASE_INSENSITIVE);

  private ShortNames() {}

  /// What could be meant by the name that ends a text, the best first.
  public static Optional<Begun> begun(String text) {
    Matcher name = BEGUN.matcher(text);
    return name.find()
        ? Optional.of(
                new Begun(
                    name.start(), EmojiCatalog.in(Locale.getDefault()).search(name.group(1), MOST)))
            .filter(begun -> !begun.found().isEmpty())
        : Optional.empty();
  }

  /// The emoji whose name, between colons, ends a text.
  public static Optional<Begun> whole(String text) {
    Matcher name = WHOLE.matcher(text);
    return name.find()
        ? EmojiCatalog.in(Locale.getDefault())
            .named(name.group(1))
            .map(emoji -> new Begun(name.start(), List.of(emoji)))
        : Optional.empty();
  }

  /// A name in a text.
  ///
  /// @param start where its first colon is; it ends where the text ends
  public record Begun(int start, List<NamedEmoji> found) {}
}

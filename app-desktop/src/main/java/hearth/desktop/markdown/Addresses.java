package hearth.desktop.markdown;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds addresses that stand in a text without any mark: behind a scheme, behind `www.`, or the
/// bare name of a server under one of the best known endings. Holds no state.
final class Addresses {
  /// The most characters of an address that is found, so that the work is bounded.
  static final int LONGEST = 1_000;

  private static final int LONGEST_HOST = 260;
  private static final List<String> BEGINNINGS =
      List.of("https://", "http://", "hearth://", "www.");

  private static final Set<String> ENDINGS =
      Set.of(
          "com", "org", "edu", "gov", "de", "fr", "uk", "eu", "cn", "tw", "hk", "jp", "kr", "sg");

  /// Endings that are as often the end of something else, such as `java.net`: only before a path.
  private static final Set<String> ENDINGS_BEFORE_A_PATH =
      Set.of("net", "io", "dev", "app", "ai", "info", "co", "me", "tv", "us", "ca", "au", "ch");

  private static final Pattern NAME =
      Pattern.compile(
          "(?<![\\p{Alnum}@._/:\\\\-])(?:[A-Za-z0-9][A-Za-z0-9-]{0,62}\\.){1,6}([A-Za-z]{2,6})"
              + "(?![\\p{Alnum}@_-])");

  private static final String AFTERWARDS = "?!.,:;*_~'|]}";

  private Addresses() {}

  /// Whether an address may begin with four characters.
  static boolean mayBegin(String word) {
    return BEGINNINGS.stream().anyMatch(known -> known.regionMatches(true, 0, word, 0, 4));
  }

  /// The end of an address that begins with a scheme or `www.` at an index; -1 if none does.
  static int end(String text, int start) {
    for (String beginning : BEGINNINGS) {
      if (text.regionMatches(true, start, beginning, 0, beginning.length())) {
        int host = start + beginning.length();
        int end = host;
        while (end < text.length() && end < host + LONGEST_HOST && isOfHost(text.charAt(end))) {
          end++;
        }
        return end == host ? -1 : wholeEnd(text, start, end);
      }
    }
    return -1;
  }

  private static int wholeEnd(String text, int start, int hostEnd) {
    int end = trimmed(text, start, hostEnd);
    if (hostEnd < text.length() && text.charAt(hostEnd) == '@') {
      return -1; // it would lead to what is behind the sign
    }
    if (LinkTarget.of(target(text.substring(start, end))).isEmpty()) {
      return -1;
    }
    end = trimmed(text, start, pathEnd(text, start, hostEnd));
    return LinkTarget.of(target(text.substring(start, end))).isPresent() ? end : -1;
  }

  private static boolean isOfHost(char c) {
    return (Character.isLetterOrDigit(c) && isInside(c)) || ".-:[]".indexOf(c) >= 0;
  }

  private static int pathEnd(String text, int start, int from) {
    int end = from;
    if (end < text.length() && "/?#".indexOf(text.charAt(end)) >= 0) {
      while (end < text.length() && end < start + LONGEST && isInside(text.charAt(end))) {
        end++;
      }
    }
    return end;
  }

  /// Whether an address goes on with a character. Chinese and Japanese go on without a blank.
  private static boolean isInside(char c) {
    return c > ' '
        && "<>\"`".indexOf(c) < 0
        && !(c >= 0x7F && c <= 0xAD)
        && !(c >= 0x2000 && c <= 0x206F)
        && c < 0x2E80
        && !Character.isWhitespace(c);
  }

  /// The first address in a text, of whichever kind.
  static Optional<Found> first(String text) {
    for (int start = 0; start < text.length(); start++) {
      boolean begins = start == 0 || !isLatinLetterOrDigit(text.charAt(start - 1));
      int end = begins ? end(text, start) : -1;
      if (end > 0) {
        return Optional.of(new Found(start, end, target(text.substring(start, end))));
      }
    }
    return bare(text, 0);
  }

  static boolean isLatinLetterOrDigit(int c) {
    return c < 0x250 && Character.isLetterOrDigit(c);
  }

  /// The first bare name from an index on.
  static Optional<Found> bare(String text, int from) {
    if (text.indexOf('.', from) < 0) {
      return Optional.empty();
    }
    Matcher name = NAME.matcher(text);
    for (int at = from; name.find(at); at = name.end()) {
      int end = trimmed(text, name.start(), pathEnd(text, name.start(), portEnd(text, name.end())));
      String ending = name.group(1).toLowerCase(Locale.ROOT);
      boolean path = end > name.end();
      if (ENDINGS.contains(ending) || (path && ENDINGS_BEFORE_A_PATH.contains(ending))) {
        return Optional.of(new Found(name.start(), end, target(text.substring(name.start(), end))));
      }
    }
    return Optional.empty();
  }

  private static int portEnd(String text, int start) {
    int end = start + 1;
    while (end < text.length() && end < start + 6 && isDigit(text.charAt(end))) {
      end++;
    }
    return end > start + 1 && text.charAt(start) == ':' ? end : start;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /// What an address stands for, with a scheme.
  static String target(String shown) {
    return shown.contains("://") ? shown : "https://" + shown;
  }

  /// Leaves out what rather belongs to the sentence: punctuation, and brackets that were opened
  /// before.
  private static int trimmed(String text, int start, int from) {
    int end = from;
    int open = 0;
    for (int i = start; i < end; i++) {
      open += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
    }
    while (end > start) {
      char last = text.charAt(end - 1);
      if (last == ')' && open < 0) {
        open++;
      } else if (AFTERWARDS.indexOf(last) < 0) {
        break;
      }
      end--;
    }
    return end;
  }

  /// An address in a text.
  ///
  /// @param target what it stands for, with a scheme
  record Found(int start, int end, String target) {}
}

package hearth.emoji;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All emoji that can be chosen, in Unicode's order, to be found by their names. Immutable.
public final class EmojiCatalog {
  private static final int FIELDS = 5;
  private static final int OWN_FIELDS = 3;
  private static final int BEGUN = 3;

  private final List<NamedEmoji> all;
  private final Map<String, NamedEmoji> byShortName = new HashMap<>();
  private final Map<String, NamedEmoji> byCharacters = new HashMap<>();

  /// Reads a catalog.
  ///
  /// @param own lines with the names and keywords of a language, which go before the English ones
  private EmojiCatalog(List<String> sequences, List<String> names, List<String> own) {
    Set<String> known =
        sequences.stream()
            .map(line -> line.substring(0, line.indexOf('\t')))
            .collect(Collectors.toSet());
    Map<String, String[]> language =
        own.stream()
            .map(line -> line.split("\t", OWN_FIELDS))
            .collect(Collectors.toMap(fields -> fields[0], fields -> fields));
    all =
        names.stream()
            .map(line -> emoji(line.split("\t", FIELDS), known))
            .map(emoji -> in(emoji, language.get(emoji.characters())))
            .toList();
    for (NamedEmoji emoji : all) {
      emoji.shortNames().forEach(name -> byShortName.putIfAbsent(name, emoji));
      byCharacters.put(emoji.characters(), emoji);
      emoji.tones().values().forEach(toned -> byCharacters.put(toned, emoji));
    }
  }

  /// The catalog of all emoji, with English names. It is read at the first call, which takes some
  /// hundredths of a second.
  public static EmojiCatalog standard() {
    return English.CATALOG;
  }

  /// The catalog with the names of a language, which are English for most; English words find all
  /// the same.
  public static EmojiCatalog in(Locale locale) {
    if (!locale.getLanguage().equals("zh")) {
      return English.CATALOG;
    }
    boolean traditional =
        locale.getScript().equals("Hant")
            || List.of("TW", "HK", "MO").contains(locale.getCountry());
    return traditional ? Traditional.CATALOG : Simplified.CATALOG;
  }

  public List<NamedEmoji> all() {
    return all;
  }

  public List<NamedEmoji> of(EmojiGroup group) {
    return all.stream().filter(emoji -> emoji.group() == group).toList();
  }

  /// What an emoji is, in whichever skin tone.
  public Optional<NamedEmoji> of(String characters) {
    return Optional.ofNullable(byCharacters.get(characters));
  }

  /// The emoji with a short name.
  public Optional<NamedEmoji> named(String shortName) {
    return Optional.ofNullable(byShortName.get(shortName.toLowerCase(Locale.ROOT)));
  }

  /// What a word finds, the best first: the short name, its beginning, the beginning of a word in
  /// it, a keyword or its beginning.
  public List<NamedEmoji> search(String text, int most) {
    String wanted = comparable(text);
    if (wanted.isEmpty()) {
      return List.of();
    }
    return all.stream()
        .map(emoji -> new Found(emoji, rank(emoji, wanted)))
        .filter(found -> found.rank < Integer.MAX_VALUE)
        .sorted(Comparator.comparingInt(Found::rank).thenComparingInt(EmojiCatalog::begun))
        .map(Found::emoji)
        .limit(most)
        .toList();
  }

  /// Of short names that begin alike, the shorter one is meant.
  private static int begun(Found found) {
    return found.rank == BEGUN ? found.emoji.shortName().length() : 0;
  }

  private static int rank(NamedEmoji emoji, String wanted) {
    int rank = Integer.MAX_VALUE;
    for (String name : emoji.shortNames()) {
      rank = Math.min(rank, rank(name, wanted, 0));
    }
    rank = Math.min(rank, rank(comparable(emoji.name()), wanted, 1));
    for (String keyword : emoji.keywords()) {
      rank = Math.min(rank, rank(comparable(keyword), wanted, 2));
    }
    return rank;
  }

  private static String comparable(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
  }

  /// @param kind 0 to 2: of names that match equally well, the lower kind is the better
  private static int rank(String name, String wanted, int kind) {
    if (name.equals(wanted)) {
      return kind;
    } else if (name.startsWith(wanted)) {
      return BEGUN + kind;
    } else if (name.contains("_" + wanted)
        || (Character.isIdeographic(wanted.codePointAt(0)) && name.contains(wanted))) {
      return 6 + kind;
    }
    return Integer.MAX_VALUE;
  }

  private static NamedEmoji emoji(String[] fields, Set<String> known) {
    return new NamedEmoji(
        fields[0],
        EmojiGroup.valueOf(fields[1]),
        List.of(fields[2].split(",")),
        fields[3],
        List.of(fields[4].split(",")),
        tones(fields[0], known));
  }

  /// An emoji of one or more people has the tone after each of them that takes one.
  private static Map<SkinTone, String> tones(String emoji, Set<String> known) {
    Map<SkinTone, String> tones = new EnumMap<>(SkinTone.class);
    for (SkinTone tone : SkinTone.values()) {
      if (tone != SkinTone.NONE) {
        toned(emoji, tone.characters())
            .filter(known::contains)
            .findFirst()
            .ifPresent(found -> tones.put(tone, found));
      }
    }
    return Map.copyOf(tones);
  }

  private static Stream<String> toned(String emoji, String tone) {
    List<String> parts = List.of(emoji.split("\u200D"));
    Set<String> ways = new LinkedHashSet<>();
    ways.add(with(parts, tone, part -> true));
    ways.add(with(parts, tone, part -> part == 0));
    ways.add(with(parts, tone, part -> part == 0 || part == parts.size() - 1));
    return ways.stream();
  }

  private static String with(
      List<String> parts, String tone, java.util.function.IntPredicate takesTone) {
    List<String> toned = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i);
      toned.add(takesTone.test(i) ? part.replace("\uFE0F", "") + tone : part);
    }
    return String.join("\u200D", toned);
  }

  private record Found(NamedEmoji emoji, int rank) {}

  private static NamedEmoji in(NamedEmoji emoji, String @Nullable [] own) {
    if (own == null) {
      return emoji;
    }
    List<String> keywords = new ArrayList<>(List.of(own[2].split(",")));
    keywords.add(emoji.name());
    keywords.addAll(emoji.keywords());
    return new NamedEmoji(
        emoji.characters(), emoji.group(), emoji.shortNames(), own[1], keywords, emoji.tones());
  }

  private static EmojiCatalog read(List<String> own) {
    return new EmojiCatalog(Resource.lines("sequences.txt"), Resource.lines("names.txt"), own);
  }

  // Each loads at the first use.

  private static final class English {
    static final EmojiCatalog CATALOG = read(List.of());
  }

  private static final class Simplified {
    static final EmojiCatalog CATALOG = read(Resource.lines("names_zh.txt"));
  }

  private static final class Traditional {
    static final EmojiCatalog CATALOG = read(Resource.lines("names_zh_Hant.txt"));
  }
}

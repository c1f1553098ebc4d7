package hearth.emoji;

import java.util.List;
import java.util.Map;

/// An emoji to choose.
///
/// @param characters the emoji without a skin tone
/// @param shortNames what stands between two colons for it; the usual one first
/// @param name its name in English
/// @param keywords what else it can be found by
/// @param tones the emoji in each skin tone that it has
public record NamedEmoji(
    String characters,
    EmojiGroup group,
    List<String> shortNames,
    String name,
    List<String> keywords,
    Map<SkinTone, String> tones) {
  /// The emoji in a skin tone; without one if it has none.
  public String in(SkinTone tone) {
    return tones.getOrDefault(tone, characters);
  }

  /// The usual short name.
  public String shortName() {
    return shortNames.getFirst();
  }
}

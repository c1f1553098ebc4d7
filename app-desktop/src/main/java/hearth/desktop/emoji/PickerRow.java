package hearth.desktop.emoji;

import java.util.List;

/// A row of the picker.
sealed interface PickerRow {
  /// What the rows below it are.
  record Heading(String title) implements PickerRow {}

  /// Emoji side by side, as they are put into a text.
  record Choices(List<Choice> emoji) implements PickerRow {}

  /// One emoji.
  ///
  /// @param characters the emoji in its skin tone
  /// @param name what it shows, to be spoken
  /// @param shortName what stands between two colons for it; empty if nothing does
  record Choice(String characters, String name, String shortName) {}
}

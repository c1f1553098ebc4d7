package hearth.desktop.emoji;

import hearth.desktop.text.Messages;
import hearth.emoji.EmojiGroup;
import hearth.emoji.SkinTone;

/// What groups and skin tones are called. Holds no state.
final class EmojiWords {
  private EmojiWords() {}

  static String title(EmojiGroup group) {
    return Messages.get(
        switch (group) {
          case SMILEYS -> "emoji.smileys";
          case PEOPLE -> "emoji.people";
          case NATURE -> "emoji.nature";
          case FOOD -> "emoji.food";
          case TRAVEL -> "emoji.travel";
          case ACTIVITIES -> "emoji.activities";
          case OBJECTS -> "emoji.objects";
          case SYMBOLS -> "emoji.symbols";
          case FLAGS -> "emoji.flags";
        });
  }

  static String title(SkinTone tone) {
    return Messages.get(
        switch (tone) {
          case NONE -> "emoji.tone-none";
          case LIGHT -> "emoji.tone-light";
          case MEDIUM_LIGHT -> "emoji.tone-medium-light";
          case MEDIUM -> "emoji.tone-medium";
          case MEDIUM_DARK -> "emoji.tone-medium-dark";
          case DARK -> "emoji.tone-dark";
        });
  }
}

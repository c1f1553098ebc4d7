package hearth.emoji;

/// Unicode's groups of emoji, in its order.
public enum EmojiGroup {
  SMILEYS,
  PEOPLE,
  NATURE,
  FOOD,
  TRAVEL,
  ACTIVITIES,
  OBJECTS,
  SYMBOLS,
  FLAGS
}

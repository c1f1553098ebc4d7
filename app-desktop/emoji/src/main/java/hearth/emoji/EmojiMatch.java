package hearth.emoji;

/// An emoji in a text: one picture for the characters from `start` to before `end`.
///
/// @param picture its number in [EmojiPictures]
public record EmojiMatch(int start, int end, int picture) {}

package hearth.protocol;

import java.util.regex.Pattern;

/// What may stand as a reaction: one emoji, sequences of several code points included.
public final class Emoji {
  private static final Pattern ONE_CLUSTER = Pattern.compile("\\X");
  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final int EMOJI_STYLE = 0xFE0F;
  private static final int KEYCAP = 0x20E3;

  private Emoji() {}

  /// The emoji itself.
  ///
  /// @throws FaultException [Fault#EMOJI_INVALID] for anything else
  public static String checked(String emoji) {
    boolean one =
        !emoji.isEmpty()
            && emoji.length() <= Limits.EMOJI
            && ONE_CLUSTER.matcher(emoji).matches()
            && emoji.codePoints().allMatch(Emoji::part)
            && emoji.codePoints().anyMatch(Emoji::visible);
    if (!one) {
      throw new FaultException(Fault.EMOJI_INVALID);
    }
    return emoji;
  }

  private static boolean part(int c) {
    return Character.isEmoji(c)
        || Character.isEmojiComponent(c)
        || Character.isExtendedPictographic(c)
        || c == ZERO_WIDTH_JOINER
        || c == EMOJI_STYLE
        || c == KEYCAP;
  }

  /// Digits are emoji only as part of a keycap, and a lone joiner or modifier is none.
  private static boolean visible(int c) {
    return c == KEYCAP || (Character.isEmoji(c) && c > 0xFF) || Character.isExtendedPictographic(c);
  }
}

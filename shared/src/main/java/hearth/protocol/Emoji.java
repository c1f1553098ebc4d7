package hearth.protocol;

import java.util.regex.Pattern;

/// What may stand as a reaction: one emoji, sequences of several code points included. Nothing
/// invisible may follow or stand between where it does nothing, or one picture could be counted
/// twice. Holds no state.
public final class Emoji {
  /// The flags of England, Scotland and Wales, the only ones that are spelled in tags and shown
  /// everywhere.
  private static final String TAGGED_FLAG = "\\x{1F3F4}" + tags("gbeng", "gbsct", "gbwls");

  private static final String FLAG = "[\\x{1F1E6}-\\x{1F1FF}]{2}";
  private static final String KEYCAP = "[0-9#*]\\x{FE0F}?\\x{20E3}";
  private static final String PICTURE =
      "(?:\\p{IsExtended_Pictographic}|\\p{IsEmoji_Modifier})"
          + "(?:\\p{IsEmoji_Modifier}|\\x{FE0F})?";
  private static final String JOINED = PICTURE + "(?:\\x{200D}" + PICTURE + ")*";

  /// Emoji sequences as in UTS #51, ED-17.
  private static final Pattern ONE =
      Pattern.compile(String.join("|", TAGGED_FLAG, FLAG, KEYCAP, JOINED));

  private static final Pattern ONE_TAGGED_FLAG = Pattern.compile(TAGGED_FLAG);
  private static final int TAGS = 0xE0000;

  /// Characters that no name may hold.
  private static final int PRIVATE_USE = 0xE000;

  private Emoji() {}

  private static String tags(String... regions) {
    StringBuilder any = new StringBuilder("(?:");
    for (String region : regions) {
      any.append(any.length() > 3 ? "|" : "");
      region.chars().forEach(c -> any.appendCodePoint(TAGS + c));
    }
    return any.append(")\\x{E007F}").toString();
  }

  /// The emoji itself.
  ///
  /// @throws FaultException [Fault#EMOJI_INVALID] for anything else
  public static String checked(String emoji) {
    if (emoji.length() > Limits.EMOJI || !ONE.matcher(emoji).matches()) {
      throw new FaultException(Fault.EMOJI_INVALID);
    }
    return emoji;
  }

  /// What may have been a reaction by the rules of any version, so that it can be taken back.
  ///
  /// @throws FaultException [Fault#EMOJI_INVALID] for what never was one
  static String checkedBefore(String emoji) {
    if (emoji.isEmpty() || emoji.length() > Limits.EMOJI) {
      throw new FaultException(Fault.EMOJI_INVALID);
    }
    return emoji;
  }

  /// The text with a character that is no tag for each flag that tags tell from others; other tags
  /// stay.
  public static String withVisibleTags(String text) {
    return ONE_TAGGED_FLAG
        .matcher(text)
        .replaceAll(
            flag -> {
              int third = flag.group().codePointAt(flag.group().offsetByCodePoints(0, 3)) - TAGS;
              return Character.toString(PRIVATE_USE + third);
            });
  }
}

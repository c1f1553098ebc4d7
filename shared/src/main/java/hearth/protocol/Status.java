package hearth.protocol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What people say of themselves beside their name. It ends by itself, wherever it is known.
///
/// @param text what they are doing; empty for nothing
/// @param until when the text ends; null for no end
/// @param quietUntil until when they do not want to be disturbed; null where they may be
public record Status(String text, @Nullable Instant until, @Nullable Instant quietUntil) {
  /// Nothing is said.
  public static final Status NONE = new Status("", null, null);

  /// A text in the form in which it is kept; empty for nothing.
  ///
  /// @throws FaultException `TEXT_TOO_LONG`
  public static String checkedText(String text) {
    return Checks.line(text, Limits.STATUS);
  }

  /// Whether they do not want to be disturbed.
  public boolean isQuiet(Instant now) {
    return isAhead(quietUntil, now);
  }

  /// What of it has not ended.
  public Status at(Instant now) {
    boolean over = text.isEmpty() || (until != null && !until.isAfter(now));
    Status left =
        new Status(over ? "" : text, over ? null : until, isQuiet(now) ? quietUntil : null);
    return left.equals(this) ? this : left;
  }

  /// When something of it ends next; null for never.
  public @Nullable Instant nextEnd() {
    if (until == null || quietUntil == null) {
      return until == null ? quietUntil : until;
    }
    return until.isBefore(quietUntil) ? until : quietUntil;
  }

  private static boolean isAhead(@Nullable Instant end, Instant now) {
    return end != null && end.isAfter(now);
  }
}

package hearth.protocol;

import org.jspecify.annotations.Nullable;

/// Whose words a forwarded message repeats. The server has seen that they are.
///
/// @param author who wrote them first
/// @param origin where the sender has read them, which is told to the server alone; null in what
///   the server tells
public record Forwarded(UserId author, @Nullable Origin origin) {
  /// A message that its reader can read.
  public record Origin(ChatId chat, long seq) {
    public Origin {
      Checks.positive(seq, "seq");
    }
  }

  /// As the server keeps it.
  public Forwarded withoutOrigin() {
    return new Forwarded(author, null);
  }
}

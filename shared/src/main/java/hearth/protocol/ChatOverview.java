package hearth.protocol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A chat as one member's chat list needs it.
///
/// @param head the highest seq of the log; 0 for an empty log
/// @param activeAt when the entry at `head` was committed, or when the chat was made
/// @param last the newest message as it is now; null where nobody has written yet
/// @param mine what is this member's alone
public record ChatOverview(
    Chat chat, long head, Instant activeAt, @Nullable Row last, Markers markers, Mine mine) {
  public ChatOverview {
    Checks.notNegative(head, "head");
  }

  /// A chat in which this member has set nothing.
  public ChatOverview(
      Chat chat, long head, Instant activeAt, @Nullable Row last, Markers markers, int unread) {
    this(chat, head, activeAt, last, markers, new Mine(unread, 0, Preferences.NONE, null));
  }

  /// What one member has still to read, and has set for themselves.
  ///
  /// @param unread messages of others after this member's read marker, at most [Limits#UNREAD]
  /// @param mentions those of them that mention this member, at most [Limits#UNREAD]
  /// @param mask who this member is here; null where they are themselves
  public record Mine(int unread, int mentions, Preferences preferences, @Nullable Mask mask) {
    public Mine {
      Checks.between(unread, 0, Limits.UNREAD, "unread");
      Checks.between(mentions, 0, Limits.UNREAD, "mentions");
    }

    /// Who a person is, whose overview this is: themselves, or their alias.
    public UserId as(UserId person) {
      return mask == null ? person : mask.as();
    }
  }
}

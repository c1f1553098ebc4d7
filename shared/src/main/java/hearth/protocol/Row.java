package hearth.protocol;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a person sees of one entry that stands by itself, as it is now: the entry with all later
/// actions that target it folded in.
///
/// @param entry the entry; a message holds its present content
/// @param changed the seq of the last action that touched the row; the entry's own at first
/// @param editedAt when the content was last edited; null for never
/// @param reactions in the order in which each emoji came first
public record Row(Entry entry, long changed, @Nullable Instant editedAt, List<Reaction> reactions) {
  public Row {
    Checks.between(changed, entry.seq(), Long.MAX_VALUE, "changed");
    reactions = List.copyOf(reactions);
  }

  /// The row of an entry that nothing has touched yet.
  public static Row of(Entry entry) {
    return new Row(entry, entry.seq(), null, List.of());
  }

  public ChatId chat() {
    return entry.chat();
  }

  public long seq() {
    return entry.seq();
  }

  public UserId author() {
    return entry.author();
  }

  public Instant at() {
    return entry.at();
  }

  /// The content of a message; null for a row of another kind.
  public @Nullable Content content() {
    return entry.action() instanceof Action.Post post ? post.content() : null;
  }

  /// Whether the row is a message that was deleted.
  public boolean erased() {
    return content() instanceof Content.Erased;
  }

  /// This row after a later entry. An entry that the row holds already, or that targets another
  /// row, changes nothing, so entries and rows agree in whatever order they arrive.
  public Row after(Entry later) {
    if (later.target() != seq() || later.seq() <= changed) {
      return this;
    }
    return switch (later.action()) {
      case Action.Targeted action -> changedBy(action, later.author(), later.at()).at(later.seq());
      case Action.Unknown _,
          Action.Post _,
          Action.AddMembers _,
          Action.RemoveMember _,
          Action.SetRole _,
          Action.SetSlowMode _,
          Action.Rename _,
          Action.SetTopic _,
          Action.SetPermission _,
          Action.Personal _ ->
          this;
    };
  }

  /// This row as an action changes it, wherever in the log that will be; the same row where it
  /// changes nothing. A deleted message stays deleted, and a row that is no message stays as it is.
  public Row changedBy(Action.Targeted action, UserId author, Instant at) {
    Content content = content();
    if (content == null || erased()) {
      return this;
    }
    var before = new MessageState(content, editedAt, reactions);
    MessageState after = action.applyTo(before, author, at);
    return after.equals(before)
        ? this
        : new Row(holding(after.content()), changed, after.editedAt(), after.reactions());
  }

  private Row at(long seq) {
    return new Row(entry, seq, editedAt, reactions);
  }

  private Entry holding(Content content) {
    if (!(entry.action() instanceof Action.Post post)) {
      return entry;
    }
    return new Entry(
        entry.chat(),
        entry.seq(),
        entry.at(),
        entry.author(),
        entry.sendId(),
        new Action.Post(content, post.replyTo(), post.forwarded()));
  }
}

package hearth.protocol;

import java.util.ArrayList;
import java.util.List;

/// Who reacted to a message with one emoji.
///
/// @param users in the order of their reacting, never empty
public record Reaction(String emoji, List<UserId> users) {
  public Reaction {
    users = List.copyOf(users);
  }

  /// Reactions after one was set or taken back. Each emoji keeps the place of its first coming for
  /// as long as anybody has it. One that would be too many changes nothing.
  static List<Reaction> after(List<Reaction> all, String emoji, UserId user, boolean on) {
    List<Reaction> now = new ArrayList<>();
    boolean known = false;
    for (Reaction reaction : all) {
      boolean same = reaction.emoji.equals(emoji);
      known |= same;
      Reaction next = same ? reaction.with(user, on) : reaction;
      if (!next.users.isEmpty()) {
        now.add(next);
      }
    }
    if (!known && on && now.size() < Limits.REACTIONS) {
      now.add(new Reaction(emoji, List.of(user)));
    }
    return now;
  }

  private Reaction with(UserId user, boolean on) {
    if (users.contains(user) == on) {
      return this;
    }
    List<UserId> now = new ArrayList<>(users);
    if (on) {
      now.add(user);
    } else {
      now.remove(user);
    }
    return new Reaction(emoji, now);
  }
}

package hearth.client.model;

import hearth.protocol.Action;
import hearth.protocol.Blocked;
import hearth.protocol.Chat;
import hearth.protocol.Mentions;
import hearth.protocol.UserId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Whom this person has blocked, and what does not reach them because of it. All of it stays in the
/// log and is counted there: it is only not shown, so that it is there again once nobody is
/// blocked. Confined to the client thread.
final class Blocks {
  private Map<UserId, Blocked> all = Map.of();

  /// Takes all who are blocked.
  ///
  /// @return those who were not before, or are not any more
  Set<UserId> set(List<Blocked> now) {
    Map<UserId, Blocked> next = new LinkedHashMap<>();
    now.forEach(one -> next.put(one.user(), one));
    Set<UserId> changed = new HashSet<>();
    next.values().stream()
        .filter(one -> !one.equals(all.get(one.user())))
        .map(Blocked::user)
        .forEach(changed::add);
    all.keySet().stream().filter(user -> !next.containsKey(user)).forEach(changed::add);
    all = next;
    return changed;
  }

  /// The block by which a chat is silent: that of the other person of a direct chat; null for none.
  @Nullable Blocked of(Chat chat) {
    if (all.isEmpty() || chat.kind() != Chat.Kind.DIRECT) {
      return null;
    }
    return chat.members().stream()
        .flatMap(member -> Stream.ofNullable(all.get(member)))
        .findFirst()
        .orElse(null);
  }

  /// Whether a message mentions this person in a way that reaches them.
  ///
  /// @param me who the person is in the chat
  boolean mentioned(UserId me, UserId author, Action.Post post) {
    return Mentions.in(post).include(me) && !all.containsKey(author);
  }
}

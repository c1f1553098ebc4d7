package hearth.client.model;

import hearth.client.link.BreachException;
import hearth.protocol.ChatId;
import hearth.protocol.User;
import hearth.protocol.UserId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How much of one server a client holds in memory, at most: a server that tells of more has lost
/// its senses, or wants to exhaust this device. Confined to the client thread.
final class Capacity {
  /// People over it are not taken in; they show without a name.
  static final int PEOPLE = 100_000;

  static final int CHATS = 20_000;

  /// Members, markers and signs of all chats together.
  static final int PLACES = 1_000_000;

  private final Map<ChatId, Integer> places = new HashMap<>();
  private long taken;

  /// Counts what a chat takes now; nothing where there is none.
  ///
  /// @throws BreachException where it is more than before, and too much
  void hold(@Nullable ChatState chat) {
    if (chat == null) {
      return;
    }
    Integer before = places.get(chat.id());
    long more = chat.places() - (before == null ? 0L : before);
    boolean full = taken + more > PLACES || (before == null && places.size() == CHATS);
    if (full && (more > 0 || before == null)) {
      throw new BreachException("the server tells of too many chats, or members of them");
    }
    places.put(chat.id(), chat.places());
    taken += more;
  }

  void release(ChatId chat) {
    Integer before = places.remove(chat);
    taken -= before == null ? 0 : before;
  }

  /// Takes people in, as far as there is room.
  ///
  /// @return those who were
  static List<User> fill(Map<UserId, User> people, Collection<User> some) {
    List<User> taken = new ArrayList<>();
    for (User user : some) {
      if (people.size() < PEOPLE || people.containsKey(user.id())) {
        people.put(user.id(), user);
        taken.add(user);
      }
    }
    return taken;
  }
}

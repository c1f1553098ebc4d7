package hearth.client.model;

import hearth.client.store.LocalStore;
import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.UserId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The chats of a person, and which of them are to be told and to be stored. Confined to the client
/// thread.
final class KnownChats {
  private final LocalStore store;
  private final UserId me;
  private final Blocks blocks;
  private final Map<ChatId, ChatState> chats = new LinkedHashMap<>();
  private final Capacity capacity = new Capacity();
  private final Set<ChatId> touched = new LinkedHashSet<>();
  private final Set<ChatId> unsaved = new LinkedHashSet<>();

  /// None yet.
  ///
  /// @param me who the person is where there are no masks
  KnownChats(LocalStore store, UserId me, Blocks blocks) {
    this.store = store;
    this.me = me;
    this.blocks = blocks;
  }

  Collection<ChatState> all() {
    return chats.values();
  }

  @Nullable ChatState one(ChatId id) {
    return chats.get(id);
  }

  /// Who the person is in a chat; in one that is not known, as everywhere.
  UserId me(ChatId id) {
    ChatState chat = chats.get(id);
    return chat == null ? me : chat.me();
  }

  /// Takes in a chat that the store holds.
  void restore(ChatOverview overview) {
    ChatState chat = state(overview);
    chats.put(chat.id(), chat);
    touched.add(chat.id());
  }

  /// Takes in a chat that is not known yet.
  ///
  /// @throws hearth.client.link.BreachException where it is more than a client holds
  ChatState add(ChatOverview overview) {
    ChatState fresh = state(overview);
    capacity.hold(fresh);
    chats.put(fresh.id(), fresh);
    return fresh;
  }

  private ChatState state(ChatOverview overview) {
    return new ChatState(me, blocks, overview, store.window(overview.chat().id()).orElse(null));
  }

  /// Forgets a chat.
  ///
  /// @return whether it was known
  boolean remove(ChatId id) {
    touched.remove(id);
    unsaved.remove(id);
    capacity.release(id);
    return chats.remove(id) != null;
  }

  /// A chat is another than before.
  ///
  /// @throws hearth.client.link.BreachException where it is more than a client holds
  void touch(ChatId id) {
    touched.add(id);
    unsaved.add(id);
    capacity.hold(chats.get(id));
  }

  /// Removes signs that were not shown again in time.
  void expireSigns(long nowNanos) {
    for (ChatState chat : chats.values()) {
      if (chat.signs().expire(nowNanos)) {
        touched.add(chat.id());
      }
    }
  }

  boolean haveSigns() {
    return chats.values().stream().anyMatch(chat -> !chat.signs().isEmpty());
  }

  /// The chats that are other than at the last call.
  List<ChatState> takeTouched() {
    List<ChatState> taken = states(touched);
    touched.clear();
    return taken;
  }

  /// All of them are to be stored.
  void saveAll() {
    unsaved.addAll(chats.keySet());
  }

  boolean areUnsaved() {
    return !unsaved.isEmpty();
  }

  /// Stores those that have changed since the last call.
  void save() {
    store.saveChats(states(unsaved).stream().map(ChatState::overview).toList());
    unsaved.clear();
  }

  private List<ChatState> states(Set<ChatId> ids) {
    List<ChatState> states = new ArrayList<>();
    for (ChatId id : ids) {
      ChatState chat = chats.get(id);
      if (chat != null) {
        states.add(chat);
      }
    }
    return states;
  }
}

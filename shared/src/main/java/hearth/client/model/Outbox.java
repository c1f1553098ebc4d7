package hearth.client.model;

import hearth.client.store.LocalStore;
import hearth.client.store.Pending;
import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.Fault;
import hearth.protocol.SendId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One's own actions that the log does not show yet, in the order in which they were made, kept in
/// the [LocalStore] before they are sent. Of each chat one action at a time is on its way, so that
/// a refusal for now cannot change their order; what is refused so is held, and with it all that
/// was made after it there. An acknowledged action stays until the log shows it. Confined to the
/// client thread.
public final class Outbox {
  private final LocalStore store;
  private final Map<SendId, Pending> actions = new LinkedHashMap<>();
  private final Set<SendId> onTheWay = new HashSet<>();
  private final Map<SendId, Long> acknowledged = new HashMap<>();
  private final Map<ChatId, Long> heldUntil = new HashMap<>();

  public Outbox(LocalStore store) {
    this.store = store;
    store.outbox().forEach(pending -> actions.put(pending.sendId(), pending));
  }

  /// Takes an action, and lets go of those that it makes needless and that were never sent.
  void add(Pending pending) {
    if (pending.action() instanceof Action.Targeted action) {
      if (dropUnsent(pending.chat(), action, action::undoes)) {
        return;
      }
      dropUnsent(pending.chat(), action, action::supersedes);
    }
    if (pending.action() instanceof Action.Personal action) {
      drop(
          pending.chat(),
          old -> old instanceof Action.Personal earlier && action.supersedes(earlier));
    }
    store.saveOutbox(pending);
    actions.put(pending.sendId(), pending);
  }

  private boolean dropUnsent(
      ChatId chat, Action.Targeted later, Predicate<Action.Targeted> needless) {
    return drop(
        chat,
        old ->
            old instanceof Action.Targeted earlier
                && earlier.target() == later.target()
                && needless.test(earlier));
  }

  /// Lets go of actions that the server has not seen.
  ///
  /// @return whether there were any
  private boolean drop(ChatId chat, Predicate<Action> needless) {
    List<SendId> dropped =
        of(chat).stream()
            .filter(old -> needless.test(old.action()))
            .map(Pending::sendId)
            .filter(id -> !onTheWay.contains(id) && !acknowledged.containsKey(id))
            .toList();
    dropped.forEach(this::remove);
    return !dropped.isEmpty();
  }

  /// The actions to be sent now, at most one per chat; they count as on their way from here.
  public List<Pending> takeSendable(long nowNanos) {
    heldUntil.values().removeIf(until -> until - nowNanos <= 0);
    Set<ChatId> busy = new HashSet<>(heldUntil.keySet());
    onTheWay.forEach(
        id -> {
          Pending sent = actions.get(id);
          if (sent != null) {
            busy.add(sent.chat());
          }
        });
    List<Pending> sendable = new ArrayList<>();
    for (Pending pending : actions.values()) {
      boolean done = pending.failed() || acknowledged.containsKey(pending.sendId());
      if (!done && busy.add(pending.chat())) {
        onTheWay.add(pending.sendId());
        sendable.add(pending);
      }
    }
    return sendable;
  }

  /// The server said to try later: nothing of the action's chat is sent before, whatever becomes of
  /// the connection meanwhile.
  public void hold(SendId sendId, long untilNanos) {
    onTheWay.remove(sendId);
    Pending held = actions.get(sendId);
    if (held != null) {
      heldUntil.put(held.chat(), untilNanos);
    }
  }

  /// The connection is gone, and with it every answer that was awaited.
  public void nothingOnTheWay() {
    onTheWay.clear();
  }

  /// The server has it at this place of the log.
  ///
  /// @param tail how far the device holds that log
  void acknowledge(SendId sendId, long seq, long tail) {
    onTheWay.remove(sendId);
    if (seq <= tail) {
      remove(sendId);
    } else if (actions.containsKey(sendId)) {
      acknowledged.put(sendId, seq);
    }
  }

  /// The device holds a chat's log up to here, and with it what was acknowledged before.
  ///
  /// @return whether anything was let go of
  boolean logReached(ChatId chat, long tail) {
    List<SendId> shown =
        of(chat).stream()
            .map(Pending::sendId)
            .filter(id -> acknowledged.getOrDefault(id, Long.MAX_VALUE) <= tail)
            .toList();
    shown.forEach(this::remove);
    return !shown.isEmpty();
  }

  /// The log shows it, or the person gave it up.
  @Nullable Pending remove(SendId sendId) {
    onTheWay.remove(sendId);
    acknowledged.remove(sendId);
    Pending removed = actions.remove(sendId);
    if (removed != null) {
      store.removeOutbox(sendId);
    }
    return removed;
  }

  /// Notes that the server refused it for good, or with null that it is to be tried again.
  @Nullable Pending mark(SendId sendId, @Nullable Fault failure) {
    onTheWay.remove(sendId);
    Pending marked = actions.computeIfPresent(sendId, (_, pending) -> pending.failedBy(failure));
    if (marked != null) {
      store.saveOutbox(marked);
    }
    return marked;
  }

  /// Writes everything again, in order.
  void saveAll() {
    actions.values().forEach(store::saveOutbox);
  }

  /// Forgets everything of a chat.
  void removeChat(ChatId chat) {
    of(chat).forEach(pending -> remove(pending.sendId()));
    heldUntil.remove(chat);
  }

  boolean contains(SendId sendId) {
    return actions.containsKey(sendId);
  }

  @Nullable Pending get(SendId sendId) {
    return actions.get(sendId);
  }

  /// Whether an action of a kind waits to be sent to a chat, or is on its way.
  boolean holds(ChatId chat, Class<? extends Action> kind) {
    return actions.values().stream()
        .anyMatch(one -> one.chat().equals(chat) && kind.isInstance(one.action()));
  }

  /// What waits to be sent to a chat, or failed there.
  public List<Pending> of(ChatId chat) {
    return actions.values().stream().filter(pending -> pending.chat().equals(chat)).toList();
  }

  /// The newest message of a chat that is not in its log yet.
  @Nullable Pending newestPostOf(ChatId chat) {
    Pending newest = null;
    for (Pending pending : actions.values()) {
      if (pending.chat().equals(chat) && pending.action() instanceof Action.Post) {
        newest = pending;
      }
    }
    return newest;
  }
}

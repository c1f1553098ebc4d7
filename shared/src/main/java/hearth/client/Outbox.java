package hearth.client;

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
import org.jspecify.annotations.Nullable;

/// Posts not yet acknowledged, in the order of writing, kept in the [LocalStore] before they are
/// sent. Of each chat one post at a time is on its way, so that a refusal in passing cannot change
/// their order; what is refused so is held, and with it all that was written after it there.
/// Confined to the client thread.
final class Outbox {
  private final LocalStore store;
  private final Map<SendId, Row.Pending> posts = new LinkedHashMap<>();
  private final Set<SendId> onTheWay = new HashSet<>();
  private final Map<ChatId, Long> heldUntil = new HashMap<>();

  Outbox(LocalStore store) {
    this.store = store;
    store.outbox().forEach(pending -> posts.put(pending.sendId(), pending));
  }

  void add(Row.Pending pending) {
    store.saveOutbox(pending);
    posts.put(pending.sendId(), pending);
  }

  /// The posts to be sent now, at most one a chat; they count as on their way from here.
  List<Row.Pending> takeSendable(long nowNanos) {
    heldUntil.values().removeIf(until -> until - nowNanos <= 0);
    Set<ChatId> busy = new HashSet<>(heldUntil.keySet());
    onTheWay.forEach(
        id -> {
          Row.Pending sent = posts.get(id);
          if (sent != null) {
            busy.add(sent.chat());
          }
        });
    List<Row.Pending> sendable = new ArrayList<>();
    for (Row.Pending pending : posts.values()) {
      if (!pending.failed() && busy.add(pending.chat())) {
        onTheWay.add(pending.sendId());
        sendable.add(pending);
      }
    }
    return sendable;
  }

  /// The server said to try later: nothing of the post's chat is sent before, whatever becomes of
  /// the connection meanwhile.
  void hold(SendId sendId, long untilNanos) {
    onTheWay.remove(sendId);
    Row.Pending post = posts.get(sendId);
    if (post != null) {
      heldUntil.put(post.chat(), untilNanos);
    }
  }

  /// The connection is gone, and with it every answer that was awaited.
  void nothingOnTheWay() {
    onTheWay.clear();
  }

  /// The server has it, or the person gave it up.
  Row.@Nullable Pending remove(SendId sendId) {
    onTheWay.remove(sendId);
    Row.Pending removed = posts.remove(sendId);
    if (removed != null) {
      store.removeOutbox(sendId);
    }
    return removed;
  }

  /// Notes that the server refused it for good, or with null that it is to be tried again.
  Row.@Nullable Pending mark(SendId sendId, @Nullable Fault failure) {
    onTheWay.remove(sendId);
    Row.Pending marked = posts.computeIfPresent(sendId, (_, pending) -> pending.failedBy(failure));
    if (marked != null) {
      store.saveOutbox(marked);
    }
    return marked;
  }

  List<Row.Pending> of(ChatId chat) {
    return posts.values().stream().filter(pending -> pending.chat().equals(chat)).toList();
  }

  Row.@Nullable Pending newestOf(ChatId chat) {
    List<Row.Pending> ofChat = of(chat);
    return ofChat.isEmpty() ? null : ofChat.getLast();
  }
}

package hearth.client;

import hearth.client.link.Scheduler;
import hearth.client.model.ClientState;
import hearth.protocol.Action;
import hearth.protocol.ChatId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/// Keeps what the person has begun to write, and gives it to their other devices once nothing was
/// written for a while. Confined to the client thread.
final class DraftSync {
  /// How long a draft rests until the other devices get it.
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Scheduler scheduler;
  private final ClientState state;
  private final BiConsumer<ChatId, Action> append;
  private final Map<ChatId, Scheduler.Timer> due = new HashMap<>();

  DraftSync(Scheduler scheduler, ClientState state, BiConsumer<ChatId, Action> append) {
    this.scheduler = scheduler;
    this.state = state;
    this.append = append;
  }

  /// Keeps a draft; empty forgets it.
  void put(ChatId chat, String text) {
    state.actions().draft(chat, text);
    Scheduler.Timer before = due.remove(chat);
    if (before != null) {
      before.cancel();
    }
    due.put(chat, scheduler.after(PAUSE, () -> save(chat)));
  }

  /// Gives them all now.
  void saveAll() {
    List.copyOf(due.keySet()).forEach(this::save);
  }

  private void save(ChatId chat) {
    due.remove(chat);
    state.unsavedDraft(chat).ifPresent(draft -> append.accept(chat, draft));
  }
}

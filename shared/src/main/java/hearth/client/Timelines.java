package hearth.client;

import hearth.protocol.ChatId;
import hearth.protocol.Event;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The timelines that a front end has open, filled from the [LocalStore] and from the server's
/// pages. Confined to the client thread.
final class Timelines {
  /// Rows that a timeline opens with, and rows of one step back.
  static final int WINDOW = 100;

  /// Most rows that a timeline opens with to reach the first unread one.
  private static final int WIDEST_WINDOW = 1_000;

  private final LocalStore store;
  private final Outbox outbox;
  private final Consumer<Change> changes;
  private final Map<ChatId, Timeline> open = new HashMap<>();

  Timelines(LocalStore store, Outbox outbox, Consumer<Change> changes) {
    this.store = store;
    this.outbox = outbox;
    this.changes = changes;
  }

  @Nullable Timeline of(ChatId chat) {
    return open.get(chat);
  }

  boolean isOpen(ChatId chat) {
    return open.containsKey(chat);
  }

  /// Opens a chat's timeline at its end, wide enough to show the first unread message.
  void open(ChatId chat, long tail, long readTo) {
    long unseen = tail - readTo + WINDOW / 2;
    int width = Math.clamp(unseen, WINDOW, WIDEST_WINDOW);
    Timeline timeline = new Timeline(chat, changes);
    open.put(chat, timeline);
    timeline.reset(store.entries(chat, tail + 1, width), outbox.of(chat));
  }

  void close(ChatId chat) {
    open.remove(chat);
  }

  /// Extends an open timeline backwards from the store.
  ///
  /// @return the seq before which the server has to be asked; 0 where the device had enough, or
  ///   there is nothing to extend
  long olderFromStore(ChatId chat) {
    Timeline timeline = open.get(chat);
    if (timeline == null || timeline.isEmpty() || timeline.complete()) {
      olderLoaded(chat);
      return 0;
    }
    List<Event.Logged> older = store.entries(chat, timeline.low(), WINDOW);
    if (older.isEmpty()) {
      return timeline.low();
    }
    timeline.prepend(older);
    olderLoaded(chat);
    return 0;
  }

  /// Extends an open timeline backwards by the server's page.
  void olderFromServer(ChatId chat, long before, List<Event.Logged> page) {
    Timeline timeline = open.get(chat);
    if (timeline != null && timeline.low() == before) {
      store.saveEntries(chat, page);
      timeline.prepend(page);
    }
    olderLoaded(chat);
  }

  /// A request for older rows has ended, whatever came of it.
  void olderLoaded(ChatId chat) {
    Timeline timeline = open.get(chat);
    changes.accept(new Change.OlderLoaded(chat, timeline != null && timeline.complete()));
  }
}

package hearth.client.model;

import hearth.protocol.ChatId;
import hearth.protocol.OwnSettings;
import hearth.protocol.Row;
import hearth.protocol.ServerInfo;
import hearth.protocol.User;
import hearth.protocol.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// All [Change]s put together: the whole state, for a listener that asks instead of drawing, as
/// bots, load tests and tests do. Safe from any thread; the lists it gives are copies.
public final class Picture implements Consumer<List<Change>> {
  private final Map<UserId, User> people = new LinkedHashMap<>();
  private final Map<ChatId, ChatItem> chats = new LinkedHashMap<>();
  private final Map<ChatId, List<TimelineRow>> timelines = new HashMap<>();
  private final Map<ChatId, Change.Reach> reach = new HashMap<>();
  private final List<Change.ActionRefused> refusals = new ArrayList<>();
  private Connection connection = new Connection.Connecting();
  private @Nullable ServerInfo server;
  private @Nullable UserId me;
  private @Nullable String storeFailure;
  private Change.@Nullable StoreReplaced storeReplaced;
  private boolean logsReplaced;
  private OwnSettings own = OwnSettings.NONE;

  /// An empty picture.
  public Picture() {}

  @Override
  public synchronized void accept(List<Change> changes) {
    changes.forEach(this::apply);
    notifyAll();
  }

  private void apply(Change change) {
    switch (change) {
      case Change.ServerKnown known -> {
        server = known.server();
        me = known.me();
      }
      case Change.OwnSettingsChanged(OwnSettings now) -> own = now;
      case Change.ConnectionChanged(Connection now) -> connection = now;
      case Change.PeopleChanged(List<User> changed) ->
          changed.forEach(user -> people.put(user.id(), user));
      case Change.ChatsChanged(List<ChatItem> changed) ->
          changed.forEach(chat -> chats.put(chat.id(), chat));
      case Change.ChatsRemoved(List<ChatId> removed) ->
          removed.forEach(
              chat -> {
                chats.remove(chat);
                timelines.remove(chat);
              });
      case Change.TimelineReset(ChatId chat, List<TimelineRow> rows, Change.Reach now, long _) -> {
        timelines.put(chat, new ArrayList<>(rows));
        reach.put(chat, now);
      }
      case Change.TimelineSpliced(ChatId chat, int index, int removed, List<TimelineRow> added) -> {
        List<TimelineRow> rows = timelines.getOrDefault(chat, new ArrayList<>());
        rows.subList(index, index + removed).clear();
        rows.addAll(index, added);
      }
      case Change.ReachChanged(ChatId chat, Change.Reach now) -> reach.put(chat, now);
      case Change.ActionRefused refused -> refusals.add(refused);
      case Change.StoreReplaced now -> storeReplaced = now;
      case Change.LogsReplaced _ -> logsReplaced = true;
      case Change.StoreFailed(String sentence) ->
          storeFailure = sentence.isEmpty() ? storeFailure : sentence;
    }
  }

  /// Waits until the picture is as wished.
  ///
  /// @param wish asked under this picture's lock after every change; must not block
  /// @return whether it came to be in time
  public synchronized boolean await(Duration atMost, Predicate<Picture> wish) {
    long end = System.nanoTime() + atMost.toNanos();
    try {
      while (!wish.test(this)) {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          return false;
        }
        wait(left);
      }
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  public synchronized Connection connection() {
    return connection;
  }

  public synchronized boolean online() {
    return connection instanceof Connection.Online;
  }

  public synchronized Optional<ServerInfo> server() {
    return Optional.ofNullable(server);
  }

  public synchronized Optional<UserId> me() {
    return Optional.ofNullable(me);
  }

  /// What this person has set for themselves in no chat.
  public synchronized OwnSettings own() {
    return own;
  }

  public synchronized List<User> people() {
    return List.copyOf(people.values());
  }

  public synchronized Optional<User> person(String name) {
    return people.values().stream().filter(user -> user.name().equals(name)).findFirst();
  }

  public synchronized List<ChatItem> chats() {
    return List.copyOf(chats.values());
  }

  public synchronized Optional<ChatItem> chat(ChatId chat) {
    return Optional.ofNullable(chats.get(chat));
  }

  /// The rows of an open timeline; empty where it is not open.
  public synchronized List<TimelineRow> rows(ChatId chat) {
    return List.copyOf(timelines.getOrDefault(chat, List.of()));
  }

  /// The rows of an open timeline that the server has, by seq.
  public synchronized List<Row> committed(ChatId chat) {
    List<Row> rows = new ArrayList<>();
    for (TimelineRow row : timelines.getOrDefault(chat, List.of())) {
      if (row instanceof TimelineRow.Committed committed) {
        rows.add(committed.row());
      }
    }
    return rows;
  }

  /// The messages of an open timeline that the server has, by seq.
  public synchronized List<Row> messages(ChatId chat) {
    return committed(chat).stream().filter(row -> row.content() != null).toList();
  }

  /// Whether an open timeline reaches back to the chat's first row.
  public synchronized boolean complete(ChatId chat) {
    Change.Reach known = reach.get(chat);
    return known != null && known.first();
  }

  /// How far an open timeline reaches.
  public synchronized Optional<Change.Reach> reach(ChatId chat) {
    return Optional.ofNullable(reach.get(chat));
  }

  /// What the server refused for good, beside messages.
  public synchronized List<Change.ActionRefused> refusals() {
    return List.copyOf(refusals);
  }

  /// Whether the server's logs turned out to be others than those known before.
  public synchronized boolean logsReplaced() {
    return logsReplaced;
  }

  /// What became of the device's own store, if it was damaged.
  public synchronized Optional<Change.StoreReplaced> storeReplaced() {
    return Optional.ofNullable(storeReplaced);
  }

  /// What the device's own disk said, if it ever refused.
  public synchronized Optional<String> storeFailure() {
    return Optional.ofNullable(storeFailure);
  }
}

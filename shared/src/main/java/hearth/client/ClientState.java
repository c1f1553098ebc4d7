package hearth.client;

import hearth.client.Change.ChatsChanged;
import hearth.client.Change.PeopleChanged;
import hearth.client.Change.ServerKnown;
import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.Event;
import hearth.protocol.Limits;
import hearth.protocol.Overview;
import hearth.protocol.SendId;
import hearth.protocol.User;
import hearth.protocol.UserId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All that one person knows of one server, in memory and in the [LocalStore]: events and answers
/// go in, [Change]s come out. Does not know the network. Confined to the client thread.
final class ClientState {
  private static final long TYPING_NANOS = Duration.ofMillis(Limits.TYPING_MILLIS).toNanos();

  private final LocalStore store;
  private final Outbox outbox;
  private final InstantSource clock;
  private final Map<UserId, User> people = new LinkedHashMap<>();
  private final Map<ChatId, ChatState> chats = new LinkedHashMap<>();
  private final Timelines timelines;
  private final Map<ChatId, String> drafts;
  private final Set<ChatId> touched = new LinkedHashSet<>();
  private final Set<ChatId> unsaved = new LinkedHashSet<>();
  private List<Change> changes = new ArrayList<>();
  private Identity identity;

  /// Begins with what the store holds.
  ClientState(LocalStore store, Outbox outbox, InstantSource clock) {
    this.store = store;
    this.outbox = outbox;
    this.clock = clock;
    timelines = new Timelines(store, outbox, this::tell);
    identity = store.identity();
    drafts = new HashMap<>(store.drafts());
    changes.add(new ServerKnown(identity.server(), identity.me(), identity.address()));
    setPeople(store.people());
    for (ChatOverview overview : store.chats()) {
      ChatId id = overview.chat().id();
      chats.put(id, new ChatState(identity.me(), overview, store.tail(id)));
      touched.add(id);
    }
  }

  Identity identity() {
    return identity;
  }

  Collection<ChatState> chats() {
    return chats.values();
  }

  @Nullable ChatState chat(ChatId id) {
    return chats.get(id);
  }

  Timelines timelines() {
    return timelines;
  }

  /// Takes the server's word after joining or resuming.
  void adopt(Overview overview) {
    if (!overview.server().equals(identity.server())) {
      identity = identity.called(overview.server());
      store.saveIdentity(identity);
      changes.add(new ServerKnown(identity.server(), identity.me(), identity.address()));
    }
    setPeople(overview.people());
    store.savePeople(overview.people());
    overview.chats().forEach(this::adopt);
  }

  private void setPeople(List<User> all) {
    people.clear();
    all.forEach(user -> people.put(user.id(), user));
    changes.add(new PeopleChanged(all));
  }

  /// Takes the server's word for one chat, new or not.
  void adopt(ChatOverview overview) {
    ChatId id = overview.chat().id();
    ChatState known = chats.get(id);
    if (known == null) {
      chats.put(id, new ChatState(identity.me(), overview, store.tail(id)));
    } else {
      long readHere = known.readTo();
      if (known.adopt(overview)) {
        startAfresh(known, List.of());
      } else if (readHere > serverReadTo(overview)) {
        known.setUnread(unreadAfter(known));
      }
    }
    touch(id);
  }

  long serverReadTo(ChatOverview overview) {
    return overview.markers().stream()
        .filter(marker -> marker.user().equals(identity.me()))
        .mapToLong(marker -> marker.read())
        .findFirst()
        .orElse(0);
  }

  /// Applies what the server told unasked.
  void apply(Event event, long nowNanos) {
    switch (event) {
      case Event.Logged entry -> live(entry);
      case Event.ChatAppeared(ChatOverview chat) -> adopt(chat);
      case Event.UserJoined(User user) -> change(user);
      case Event.PresenceChanged(User user) -> change(user);
      case Event.ChatDelivered(ChatId chat, UserId user, long seq) -> moved(chat, user, seq, 0);
      case Event.ChatRead(ChatId chat, UserId user, long seq) -> moved(chat, user, seq, seq);
      case Event.UserTyped(ChatId chat, UserId user) -> {
        ChatState state = chats.get(chat);
        if (state != null && !user.equals(identity.me())) {
          state.typed(user, nowNanos + TYPING_NANOS);
          touch(chat);
        }
      }
    }
  }

  private void live(Event.Logged entry) {
    ChatState state = chats.get(entry.chat());
    if (state == null) {
      return; // a chat this person is not in
    }
    state.heardOf(entry.seq());
    boolean follows = entry.seq() == state.tail() + 1;
    if (follows) {
      append(state, List.of(entry));
    }
  }

  /// Adds a stretch of the log; what the device holds already is passed over, and a stretch that
  /// leaves a gap to it is not taken.
  void append(ChatState state, List<Event.Logged> stretch) {
    List<Event.Logged> added =
        stretch.stream().filter(entry -> entry.seq() > state.tail()).toList();
    boolean fits =
        state.tail() == 0 || added.isEmpty() || added.getFirst().seq() == state.tail() + 1;
    if (added.isEmpty() || !fits) {
      return;
    }
    Timeline timeline = timelines.of(state.id());
    boolean begins = timeline != null && timeline.isEmpty();
    store.saveEntries(state.id(), added);
    List<Event.Logged> run = new ArrayList<>();
    for (Event.Logged entry : added) {
      state.append(entry, clock.instant());
      SendId mine = sendIdOfMine(entry);
      if (mine != null) {
        outbox.remove(mine);
        state.moveMarker(identity.me(), entry.seq(), 0);
      }
      if (mine != null && timeline != null && timeline.isPending(mine)) {
        timeline.append(run);
        run.clear();
        timeline.confirm(mine, entry);
      } else {
        run.add(entry);
      }
    }
    if (timeline != null && begins) {
      timeline.reset(added, outbox.of(state.id()));
    } else if (timeline != null) {
      timeline.append(run);
    }
    touch(state.id());
  }

  private @Nullable SendId sendIdOfMine(Event.Logged entry) {
    boolean mine = entry.author().equals(identity.me());
    return mine && entry instanceof Event.MessagePosted(var message) ? message.sendId() : null;
  }

  /// Forgets what the device holds of a chat's log and goes on from these entries.
  void startAfresh(ChatState state, List<Event.Logged> newest) {
    store.forgetEntries(state.id());
    state.forget();
    Timeline timeline = timelines.of(state.id());
    if (timeline != null) {
      timeline.reset(List.of(), outbox.of(state.id()));
    }
    append(state, newest);
  }

  private void change(User user) {
    people.put(user.id(), user);
    store.savePeople(List.of(user));
    changes.add(new PeopleChanged(List.of(user)));
  }

  private void moved(ChatId chat, UserId user, long delivered, long read) {
    ChatState state = chats.get(chat);
    if (state != null && state.moveMarker(user, delivered, read)) {
      if (user.equals(identity.me()) && read > 0) {
        state.setUnread(unreadAfter(state));
      }
      touch(chat);
    }
  }

  /// The server has taken a post of this device.
  void acknowledged(ChatId chat, long seq) {
    ChatState state = chats.get(chat);
    if (state != null) {
      state.heardOf(seq);
      state.wrote(clock.instant());
      touch(chat);
    }
  }

  /// The server has told this device to wait before it posts in a chat.
  void waits(ChatId chat, Duration wait) {
    ChatState state = chats.get(chat);
    if (state != null) {
      state.waits(clock.instant().plus(wait));
      touch(chat);
    }
  }

  /// The person has seen everything up to a seq.
  ///
  /// @return whether that is news
  boolean read(ChatId chat, long seq) {
    ChatState state = chats.get(chat);
    if (state == null || seq <= state.readTo() || seq > state.tail()) {
      return false;
    }
    moved(chat, identity.me(), seq, seq);
    return true;
  }

  private int unreadAfter(ChatState state) {
    long behind = state.tail() - state.readTo();
    if (behind <= 0) {
      return 0;
    }
    int look = (int) Math.min(behind, Limits.UNREAD);
    return (int)
        store.entries(state.id(), state.tail() + 1, look).stream()
            .filter(entry -> entry instanceof Event.MessagePosted)
            .filter(entry -> entry.seq() > state.readTo())
            .filter(entry -> !entry.author().equals(identity.me()))
            .count();
  }

  /// Opens a chat's timeline, wide enough to show the first unread message.
  void openTimeline(ChatId chat) {
    ChatState state = chats.get(chat);
    if (state != null) {
      timelines.open(chat, state.tail(), state.readTo());
    }
  }

  /// A post of one's own was written.
  void posted(Row.Pending post) {
    outbox.add(post);
    ChatState state = chats.get(post.chat());
    if (state != null) {
      state.wrote(post.at());
    }
    Timeline timeline = timelines.of(post.chat());
    if (timeline != null) {
      timeline.add(post);
    }
    touch(post.chat());
  }

  /// A post of one's own failed, or is to be tried again.
  void marked(Row.@Nullable Pending post) {
    if (post != null) {
      Timeline timeline = timelines.of(post.chat());
      if (timeline != null) {
        timeline.replace(post);
      }
      touch(post.chat());
    }
  }

  /// A post of one's own was given up.
  void discarded(Row.@Nullable Pending post) {
    if (post != null) {
      Timeline timeline = timelines.of(post.chat());
      if (timeline != null) {
        timeline.remove(post.sendId());
      }
      touch(post.chat());
    }
  }

  void draft(ChatId chat, String text) {
    String old = text.isEmpty() ? drafts.remove(chat) : drafts.put(chat, text);
    if (!text.equals(old == null ? "" : old)) {
      store.saveDraft(chat, text);
      touch(chat);
    }
  }

  /// Takes away typing signs that were not renewed.
  void expireTyping(long nowNanos) {
    for (ChatState state : chats.values()) {
      if (state.expireTyping(nowNanos)) {
        touched.add(state.id());
      }
    }
  }

  boolean anyoneTyping() {
    return chats.values().stream().anyMatch(ChatState::anyoneTyping);
  }

  boolean hasUnsavedOverviews() {
    return !unsaved.isEmpty();
  }

  void tell(Change change) {
    changes.add(change);
  }

  /// The changes since the last call.
  List<Change> takeChanges() {
    List<ChatItem> items = new ArrayList<>();
    for (ChatId id : touched) {
      ChatState state = chats.get(id);
      if (state != null) {
        items.add(state.item(outbox.newestOf(id), drafts.getOrDefault(id, "")));
      }
    }
    touched.clear();
    if (!items.isEmpty()) {
      changes.add(new ChatsChanged(items));
    }
    List<Change> taken = changes;
    changes = new ArrayList<>();
    return List.copyOf(taken);
  }

  /// Stores the chats' overviews that have changed since the last call. They are not needed to lose
  /// nothing, so this may be done seldom.
  void saveOverviews() {
    List<ChatOverview> overviews = new ArrayList<>();
    unsaved.stream()
        .map(chats::get)
        .forEach(
            state -> {
              if (state != null) {
                overviews.add(state.overview());
              }
            });
    store.saveChats(overviews);
    unsaved.clear();
  }

  private void touch(ChatId chat) {
    touched.add(chat);
    unsaved.add(chat);
  }
}

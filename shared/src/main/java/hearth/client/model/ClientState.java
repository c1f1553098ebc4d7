package hearth.client.model;

import hearth.client.model.Change.ChatsChanged;
import hearth.client.model.Change.PeopleChanged;
import hearth.client.store.Identity;
import hearth.client.store.LocalStore;
import hearth.client.store.Pending;
import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.Entry;
import hearth.protocol.Fault;
import hearth.protocol.Marker;
import hearth.protocol.Notification;
import hearth.protocol.OwnSettings;
import hearth.protocol.Page;
import hearth.protocol.Preferences;
import hearth.protocol.Response;
import hearth.protocol.SendId;
import hearth.protocol.Sign;
import hearth.protocol.User;
import hearth.protocol.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All that one person knows of one server, in memory and in the [LocalStore]: entries, rows and
/// answers go in, [Change]s come out. Does not know the network. Confined to the client thread.
public final class ClientState {
  private final LocalStore store;
  private final Outbox outbox;
  private final InstantSource clock;
  private final People people = new People();
  private final Map<ChatId, ChatState> chats = new LinkedHashMap<>();
  private final Timelines timelines;
  private final LogFold fold;
  private final Drafts drafts;
  private final KnownServer server;
  private final UserId me;
  private final Capacity capacity = new Capacity();
  private final Set<ChatId> touched = new LinkedHashSet<>();
  private final Set<ChatId> unsaved = new LinkedHashSet<>();
  private OwnSettings own = OwnSettings.NONE;
  private final Blocks blocks;
  private List<Change> changes = new ArrayList<>();

  /// Begins with what the store holds.
  public ClientState(LocalStore store, Outbox outbox, InstantSource clock) {
    this.store = store;
    this.outbox = outbox;
    this.clock = clock;
    server = new KnownServer(store);
    me = server.identity().me();
    blocks = new Blocks();
    timelines = new Timelines(store, outbox);
    fold = new LogFold(store, outbox, timelines, clock, blocks);
    drafts = new Drafts(store, outbox);
    changes.add(server.known());
    OwnSettings kept = store.own();
    if (!kept.equals(own)) {
      take(kept);
    }
    changes.add(new PeopleChanged(people.adopt(store.people(), clock.instant())));
    for (ChatOverview overview : store.chats()) {
      ChatId id = overview.chat().id();
      chats.put(id, new ChatState(me, blocks, overview, store.window(id).orElse(null)));
      touched.add(id);
    }
    store.unknown().forEach(this::learnt);
  }

  /// An entry that an earlier version did not understand and this one does: its row has to be
  /// fetched again.
  private void learnt(Entry entry) {
    ChatState chat = chats.get(entry.chat());
    if (chat != null && !(entry.action() instanceof Action.Unknown)) {
      fold.replaceLog(chat);
    }
  }

  public Identity identity() {
    return server.identity();
  }

  public Collection<ChatState> chats() {
    return chats.values();
  }

  public @Nullable ChatState chat(ChatId id) {
    return chats.get(id);
  }

  public Timelines timelines() {
    return timelines;
  }

  /// Takes the server's word on its name and what it can do, after resuming. That it is the server
  /// that is known was found before.
  ///
  /// @param owns whether this person owns the server
  public void adopt(Response.Welcome welcome, boolean owns) {
    if (server.adopt(welcome, owns)) {
      changes.add(server.known());
    }
    boolean other = store.epoch().filter(known -> !known.equals(welcome.epoch())).isPresent();
    if (other) {
      chats.values().forEach(fold::replaceLog);
      changes.add(new Change.LogsReplaced());
    }
    if (other || store.epoch().isEmpty()) {
      store.saveEpoch(welcome.epoch());
    }
  }

  /// The server has signed this device out: nothing of it stays on the disk.
  public void signedOut() {
    store.forget();
  }

  /// Takes the server's word on what this person has set for themselves in no chat.
  public void adopt(OwnSettings now) {
    if (!now.equals(own)) {
      store.saveOwn(now);
      take(now);
    }
  }

  private void take(OwnSettings now) {
    own = now;
    changes.add(new Change.OwnSettingsChanged(now));
    Set<UserId> people = blocks.set(now.blocked());
    for (ChatState chat : people.isEmpty() ? List.<ChatState>of() : chats.values()) {
      boolean direct = chat.isDirectWith(people);
      if (direct || chat.countsMentionsOf(people)) {
        fold.recountUnread(chat);
        touch(chat.id());
      }
      if (direct) {
        timelines.reopen(chat);
      }
    }
  }

  /// The device's disk works again after it had refused: what should be on it is written again, and
  /// the rows are fetched again.
  public void storeRecovered() {
    outbox.saveAll();
    drafts.saveAll();
    store.saveOwn(own);
    store.savePeople(people.all());
    chats.values().forEach(fold::replaceLog);
    unsaved.addAll(chats.keySet());
  }

  /// Takes the server's word on people.
  public void adopt(List<User> some) {
    List<User> taken = people.adopt(some, clock.instant());
    store.savePeople(taken);
    changes.add(new PeopleChanged(taken));
    taken.stream().filter(user -> user.id().equals(me)).map(User::name).forEach(server::named);
  }

  /// When something that people say beside their names ends, so that [#endStatuses] is to be
  /// called; empty for never.
  public Optional<Instant> nextStatusEnd() {
    return people.nextEnd();
  }

  /// Takes away what people said beside their names and has ended.
  public void endStatuses() {
    List<User> changed = people.end(clock.instant());
    if (!changed.isEmpty()) {
      store.savePeople(changed);
      changes.add(new PeopleChanged(changed));
    }
  }

  /// Takes the server's word for one chat, new or not.
  ///
  /// @throws hearth.client.link.BreachException where it is more than a client holds
  public void adopt(ChatOverview overview) {
    ChatId id = overview.chat().id();
    ChatState known = chats.get(id);
    if (overview.mine().mask() != null) {
      adopt(overview.mine().mask().aliases());
    }
    if (known == null) {
      var fresh = new ChatState(me, blocks, overview, store.window(id).orElse(null));
      capacity.hold(fresh);
      chats.put(id, fresh);
      drafts.adopt(fresh, Preferences.NONE);
    } else {
      long readHere = known.readTo();
      Preferences before = known.preferences();
      known.adopt(overview);
      drafts.adopt(known, before);
      fold.countMarked(known);
      if (readHere > overview.markers().of(known.me()).read()) {
        fold.recountUnread(known);
      }
      fold.saveWindow(known);
    }
    touch(id);
  }

  /// What the other devices of this person should know of the draft of a chat; empty where they do.
  public Optional<Action.SaveDraft> unsavedDraft(ChatId chat) {
    ChatState state = chats.get(chat);
    return state == null || !server.known().capabilities().offers("saveDraft")
        ? Optional.empty()
        : drafts.unsaved(state);
  }

  /// The overview is complete: other chats are no longer this person's.
  public void keepOnly(Set<ChatId> those) {
    List.copyOf(chats.keySet()).stream()
        .filter(id -> !those.contains(id))
        .forEach(this::removeChat);
  }

  /// Forgets a chat and everything that was written in it.
  public void removeChat(ChatId chat) {
    if (chats.remove(chat) == null) {
      return;
    }
    capacity.release(chat);
    timelines.close(chat);
    outbox.removeChat(chat);
    drafts.removed(chat);
    touched.remove(chat);
    unsaved.remove(chat);
    store.removeChat(chat);
    changes.add(new Change.ChatsRemoved(List.of(chat)));
  }

  /// Applies what the server told unasked.
  public void apply(Notification notification, long nowNanos) {
    switch (notification) {
      case Notification.EntryAppended(Entry entry) -> live(entry);
      case Notification.ChatAppeared(ChatOverview chat) -> adopt(chat);
      case Notification.ChatDeleted(ChatId chat) -> removeChat(chat);
      case Notification.UserChanged(User user) -> adopt(List.of(user));
      case Notification.PreferencesChanged(ChatId chat, Preferences now) -> set(chat, now);
      case Notification.OwnSettingsChanged(OwnSettings now) -> adopt(now);
      case Notification.MarkerMoved(ChatId chat, Marker marker) -> moved(chat, marker);
      case Notification.SignShown(ChatId chat, UserId user, Sign sign) -> {
        ChatState state = chats.get(chat);
        if (state != null
            && !user.equals(state.me())
            && people.knows(user)
            && state.signs().shown(user, sign, nowNanos)) {
          touch(chat);
        }
      }
    }
  }

  private void set(ChatId chat, Preferences now) {
    ChatState state = chats.get(chat);
    if (state != null) {
      Preferences before = state.preferences();
      state.setPreferences(now, timelines.isOpen(chat));
      fold.countMarked(state);
      drafts.adopt(state, before);
      touch(chat);
    }
  }

  private void live(Entry entry) {
    ChatState state = chats.get(entry.chat());
    if (state != null) {
      state.log().heardOf(entry.seq());
      append(state, List.of(entry));
    }
  }

  /// Folds in a stretch of the log. What the device holds already is skipped, and a stretch that
  /// leaves a gap is not taken.
  public void append(ChatState state, List<Entry> stretch) {
    if (fold.append(state, stretch)) {
      removeChat(state.id());
    } else {
      touch(state.id());
    }
  }

  /// Forgets what the device holds of a chat's log and goes on from these newest rows.
  public void restart(ChatState state, Page newest) {
    fold.restart(state, newest);
    touch(state.id());
  }

  /// Pages of history that are asked for, and what becomes of them.
  public HistoryFold history() {
    return fold.history();
  }

  /// The connection is gone, and with it every answer that was awaited.
  public void connectionLost() {
    timelines.nothingAsked();
  }

  private void moved(ChatId chat, Marker marker) {
    ChatState state = chats.get(chat);
    long readBefore = state == null ? 0 : state.readTo();
    if (state != null
        && (people.knows(marker.user()) || marker.user().equals(state.me()))
        && state.moveMarker(marker.user(), marker.delivered(), marker.read())) {
      if (state.readTo() > readBefore) {
        fold.recountUnread(state);
        fold.countMarked(state);
      }
      touch(chat);
    }
  }

  /// The server has taken an action of this device.
  public void acknowledged(Pending pending, long seq) {
    ChatState state = chats.get(pending.chat());
    if (state == null) {
      outbox.remove(pending.sendId());
    } else if (pending.action() instanceof Action.Personal action) {
      outbox.remove(pending.sendId());
      set(pending.chat(), state.preferences().after(action));
    } else {
      outbox.acknowledge(pending.sendId(), seq, state.log().tail());
      if (pending.action() instanceof Action.Post) {
        state.wrote(clock.instant());
      }
      touch(pending.chat());
    }
  }

  /// The server has refused an action of this device for good. A chat that is gone has been left.
  public void refused(Pending pending, Fault why) {
    ChatState state = chats.get(pending.chat());
    UserId as = state == null ? me : state.me();
    boolean left =
        why == Fault.CHAT_UNKNOWN && pending.action().equals(new Action.RemoveMember(as));
    if (pending.action() instanceof Action.Post && state != null) {
      outbox.mark(pending.sendId(), why);
    } else {
      outbox.remove(pending.sendId());
      if (!left) {
        changes.add(new Change.ActionRefused(pending.chat(), pending.action(), why));
      }
    }
    touch(pending.chat());
  }

  /// The server has told this device to wait before it writes in a chat.
  public void waits(ChatId chat, Duration wait) {
    ChatState state = chats.get(chat);
    if (state != null) {
      state.waits(clock.instant().plus(wait));
      touch(chat);
    }
  }

  /// The server has counted the messages of others between two seqs.
  public void counted(Response.Unread counted) {
    ChatState state = chats.get(counted.chat());
    if (state != null) {
      fold.counted(state, counted);
      touch(counted.chat());
    }
  }

  /// The person has seen everything up to a seq.
  ///
  /// @return whether that is news
  public boolean read(ChatId chat, long seq) {
    ChatState state = chats.get(chat);
    if (state == null || state.isSilent() || seq <= state.readTo() || seq > state.log().tail()) {
      return false;
    }
    moved(chat, new Marker(state.me(), seq, seq));
    return true;
  }

  /// Whether seeing a row ends what the person has marked as unread.
  public boolean endsMark(ChatId chat, long seq) {
    ChatState state = chats.get(chat);
    return state != null && state.endsMark(seq) && !outbox.holds(chat, Action.MarkUnread.class);
  }

  /// Opens a chat's timeline at the first unread message, or at its end.
  public void openTimeline(ChatId chat) {
    ChatState state = chats.get(chat);
    if (state != null) {
      state.entered();
      timelines.open(state);
    }
  }

  /// The person did something.
  public void add(Pending pending) {
    outbox.add(pending);
    ChatState state = chats.get(pending.chat());
    if (state == null) {
      return; // it shows with its chat, which the overview may bring yet
    }
    if (pending.action() instanceof Action.Post) {
      state.wrote(pending.at());
    }
    if (pending.action() instanceof Action.MarkUnread(long from) && from > 0) {
      state.setPreferences(
          state.preferences().after(new Action.MarkUnread(from)), timelines.isOpen(state.id()));
      fold.countMarked(state);
    }
    touch(pending.chat());
  }

  /// The person wants a refused message to be tried again.
  public void retry(SendId sendId) {
    touchIfThere(outbox.mark(sendId, null));
  }

  /// The person gave up a message that failed.
  public void discard(SendId sendId) {
    touchIfThere(outbox.remove(sendId));
  }

  private void touchIfThere(@Nullable Pending pending) {
    if (pending != null) {
      touch(pending.chat());
    }
  }

  public void draft(ChatId chat, String text) {
    if (drafts.put(chat, text)) {
      touch(chat);
    }
  }

  /// Removes signs that were not shown again in time.
  public void expireSigns(long nowNanos) {
    for (ChatState state : chats.values()) {
      if (state.signs().expire(nowNanos)) {
        touched.add(state.id());
      }
    }
  }

  public boolean hasSigns() {
    return chats.values().stream().anyMatch(chat -> !chat.signs().isEmpty());
  }

  public boolean hasUnsavedOverviews() {
    return !unsaved.isEmpty();
  }

  public void tell(Change change) {
    changes.add(change);
  }

  /// The changes since the last call.
  public List<Change> takeChanges() {
    List<ChatItem> items = new ArrayList<>();
    for (ChatId id : touched) {
      ChatState state = chats.get(id);
      if (state != null) {
        timelines.touch(id);
        items.add(state.item(outbox.of(id), outbox.newestPostOf(id), drafts.of(id)));
      }
    }
    touched.clear();
    if (!items.isEmpty()) {
      changes.add(new ChatsChanged(items));
    }
    timelines.tell(changes::add);
    List<Change> taken = changes;
    changes = new ArrayList<>();
    return List.copyOf(taken);
  }

  /// Stores the chats' overviews that have changed since the last call. They are not needed to lose
  /// nothing, so this may be done seldom.
  public void saveOverviews() {
    List<ChatOverview> overviews = new ArrayList<>();
    for (ChatId id : unsaved) {
      ChatState state = chats.get(id);
      if (state != null) {
        overviews.add(state.overview());
      }
    }
    store.saveChats(overviews);
    unsaved.clear();
  }

  private void touch(ChatId chat) {
    touched.add(chat);
    unsaved.add(chat);
    capacity.hold(chats.get(chat));
  }
}

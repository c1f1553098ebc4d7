package hearth.client.model;

import hearth.client.model.Change.ChatsChanged;
import hearth.client.model.Change.PeopleChanged;
import hearth.client.store.Identity;
import hearth.client.store.LocalStore;
import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.Entry;
import hearth.protocol.Marker;
import hearth.protocol.Notification;
import hearth.protocol.OwnSettings;
import hearth.protocol.Page;
import hearth.protocol.Preferences;
import hearth.protocol.Response;
import hearth.protocol.Sign;
import hearth.protocol.User;
import hearth.protocol.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
  private final Timelines timelines;
  private final LogFold fold;
  private final Drafts drafts;
  private final OwnActions actions;
  private final KnownServer server;
  private final UserId me;
  private OwnSettings own = OwnSettings.NONE;
  private final Blocks blocks;
  private final KnownChats chats;
  private List<Change> changes = new ArrayList<>();

  /// Begins with what the store holds.
  public ClientState(LocalStore store, Outbox outbox, InstantSource clock) {
    this.store = store;
    this.outbox = outbox;
    this.clock = clock;
    server = new KnownServer(store);
    me = server.identity().me();
    blocks = new Blocks();
    chats = new KnownChats(store, me, blocks);
    timelines = new Timelines(store, outbox);
    fold = new LogFold(store, outbox, timelines, clock, blocks);
    drafts = new Drafts(store, outbox);
    actions = new OwnActions(outbox, chats, drafts, fold, clock, this::tell);
    changes.add(server.known());
    OwnSettings kept = store.own();
    if (!kept.equals(own)) {
      take(kept);
    }
    changes.add(new PeopleChanged(people.adopt(store.people(), clock.instant())));
    store.chats().forEach(chats::restore);
    store.unknown().forEach(this::learnt);
  }

  /// An entry that an earlier version did not understand and this one does: its row has to be
  /// fetched again.
  private void learnt(Entry entry) {
    ChatState chat = chats.one(entry.chat());
    if (chat != null && !(entry.action() instanceof Action.Unknown)) {
      fold.replaceLog(chat);
    }
  }

  public Identity identity() {
    return server.identity();
  }

  public Collection<ChatState> chats() {
    return chats.all();
  }

  public @Nullable ChatState chat(ChatId id) {
    return chats.one(id);
  }

  public Timelines timelines() {
    return timelines;
  }

  /// What the person does in chats.
  public OwnActions actions() {
    return actions;
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
      chats.all().forEach(fold::replaceLog);
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
    for (ChatState chat : people.isEmpty() ? List.<ChatState>of() : chats.all()) {
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
    chats.all().forEach(fold::replaceLog);
    chats.saveAll();
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
    ChatState known = chats.one(id);
    if (overview.mine().mask() != null) {
      adopt(overview.mine().mask().aliases());
    }
    if (known == null) {
      drafts.adopt(chats.add(overview), Preferences.NONE);
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
    ChatState state = chats.one(chat);
    return state == null || !server.known().capabilities().offers("saveDraft")
        ? Optional.empty()
        : drafts.unsaved(state);
  }

  /// The overview is complete: other chats are no longer this person's.
  public void keepOnly(Set<ChatId> those) {
    List.copyOf(chats.all()).stream()
        .map(ChatState::id)
        .filter(id -> !those.contains(id))
        .forEach(this::removeChat);
  }

  /// Forgets a chat and everything that was written in it.
  public void removeChat(ChatId chat) {
    if (!chats.remove(chat)) {
      return;
    }
    timelines.close(chat);
    outbox.removeChat(chat);
    drafts.removed(chat);
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
      case Notification.PreferencesChanged(ChatId chat, Preferences now) -> actions.set(chat, now);
      case Notification.OwnSettingsChanged(OwnSettings now) -> adopt(now);
      case Notification.MarkerMoved(ChatId chat, Marker marker) -> moved(chat, marker);
      case Notification.SignShown(ChatId chat, UserId user, Sign sign) -> {
        ChatState state = chats.one(chat);
        if (state != null
            && !user.equals(state.me())
            && people.knows(user)
            && state.signs().shown(user, sign, nowNanos)) {
          touch(chat);
        }
      }
    }
  }

  private void live(Entry entry) {
    ChatState state = chats.one(entry.chat());
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
    ChatState state = chats.one(chat);
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

  /// The server has counted the messages of others between two seqs.
  public void counted(Response.Unread counted) {
    ChatState state = chats.one(counted.chat());
    if (state != null) {
      fold.counted(state, counted);
      touch(counted.chat());
    }
  }

  /// The person has seen everything up to a seq.
  ///
  /// @return whether that is news
  public boolean read(ChatId chat, long seq) {
    ChatState state = chats.one(chat);
    if (state == null || state.isSilent() || seq <= state.readTo() || seq > state.log().tail()) {
      return false;
    }
    moved(chat, new Marker(state.me(), seq, seq));
    return true;
  }

  /// Opens a chat's timeline at the first unread message, or at its end.
  public void openTimeline(ChatId chat) {
    ChatState state = chats.one(chat);
    if (state != null) {
      state.entered();
      timelines.open(state);
    }
  }

  /// Removes signs that were not shown again in time.
  public void expireSigns(long nowNanos) {
    chats.expireSigns(nowNanos);
  }

  public boolean hasSigns() {
    return chats.haveSigns();
  }

  public boolean hasUnsavedOverviews() {
    return chats.areUnsaved();
  }

  public void tell(Change change) {
    changes.add(change);
  }

  /// The changes since the last call.
  public List<Change> takeChanges() {
    List<ChatItem> items = new ArrayList<>();
    for (ChatState state : chats.takeTouched()) {
      ChatId id = state.id();
      timelines.touch(id);
      items.add(state.item(outbox.of(id), outbox.newestPostOf(id), drafts.of(id)));
    }
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
    chats.save();
  }

  private void touch(ChatId chat) {
    chats.touch(chat);
  }
}

package hearth.desktop.session;

import hearth.client.HearthClient;
import hearth.client.link.Address;
import hearth.client.model.Attention;
import hearth.client.model.Change;
import hearth.client.model.ChatItem;
import hearth.client.model.Connection;
import hearth.desktop.fx.FxLane;
import hearth.desktop.fx.FxMailbox;
import hearth.desktop.text.UserDirectory;
import hearth.protocol.Action;
import hearth.protocol.Capabilities;
import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.FaultException;
import hearth.protocol.OwnSettings;
import hearth.protocol.ServerInfo;
import hearth.protocol.Status;
import hearth.protocol.User;
import hearth.protocol.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The server that the window shows, as observable state. Confined to the FX thread.
public final class ServerViewModel implements UserDirectory {
  private final HearthClient client;
  private final FxMailbox mailbox;
  private final FxLane news;
  private final Audience audience;
  private final KnownPeople people;
  private final DataIncidents incidents;
  private final Map<ChatId, ChatItem> chats = new LinkedHashMap<>();
  private final Map<ChatId, TimelineListener> timelines = new HashMap<>();
  private final List<Consumer<Change.ActionRefused>> refusalListeners = new ArrayList<>();

  private final ReadOnlyObjectWrapper<@Nullable ServerInfo> server = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable UserId> me = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Address> address = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Connection> connection =
      new ReadOnlyObjectWrapper<>(new Connection.Connecting());
  private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
  private final ReadOnlyObjectWrapper<OwnSettings> own =
      new ReadOnlyObjectWrapper<>(OwnSettings.NONE);
  private Capabilities capabilities = new Capabilities(0, List.of());
  private boolean owner;
  private long surroundings;
  private final ObjectProperty<@Nullable ChatId> current = new SimpleObjectProperty<>();

  /// Starts the client. Not for the FX thread: the client reads its store.
  ///
  /// @param starter starts the client with the listener it is given
  public ServerViewModel(
      FxMailbox mailbox, Function<Consumer<List<Change>>, HearthClient> starter) {
    this.mailbox = mailbox;
    people = new KnownPeople();
    incidents = new DataIncidents();
    FxLane lane = new FxLane(mailbox);
    this.news = lane;
    Audience told = new Audience(this);
    this.audience = told;
    // Must not refer to this model, which a renewed one may replace.
    this.client = starter.apply(changes -> lane.execute(() -> told.model.apply(changes)));
  }

  private ServerViewModel(ServerViewModel before) {
    mailbox = before.mailbox;
    news = before.news;
    client = before.client;
    audience = before.audience;
    people = new KnownPeople(before.people);
    incidents = new DataIncidents(before.incidents);
    chats.putAll(before.chats);
    server.set(before.server.get());
    me.set(before.me.get());
    address.set(before.address.get());
    connection.set(before.connection.get());
    own.set(before.own.get());
    capabilities = before.capabilities;
    owner = before.owner;
    current.set(before.current.get());
  }

  /// A new model of the same server on the same connection, which hears the client from now on. All
  /// views are made again on it; this model and what listens to it can be dropped.
  public ServerViewModel renewed() {
    ServerViewModel next = new ServerViewModel(this);
    audience.model = next;
    return next;
  }

  public HearthClient client() {
    return client;
  }

  /// Leaves the server. Waits for the disk; safe from any thread.
  public void close() {
    news.close();
    client.close();
  }

  public ReadOnlyObjectProperty<@Nullable ServerInfo> serverProperty() {
    return server.getReadOnlyProperty();
  }

  @Override
  public @Nullable UserId me() {
    return me.get();
  }

  @Override
  public boolean isMe(UserId id) {
    return id.equals(me.get()) || people.isOwn(id);
  }

  @Override
  public @Nullable UserId me(ChatId chat) {
    return chat(chat).map(item -> item.own().as()).orElseGet(me::get);
  }

  public ReadOnlyObjectProperty<@Nullable UserId> meProperty() {
    return me.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Address> addressProperty() {
    return address.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Connection> connectionProperty() {
    return connection.getReadOnlyProperty();
  }

  @Override
  public boolean isOnline() {
    return connection.get() instanceof Connection.Online;
  }

  /// What has befallen the data of the device and of the server.
  public DataIncidents incidents() {
    return incidents;
  }

  /// What this person has set for themselves in no chat, as all their devices know it.
  public ReadOnlyObjectProperty<OwnSettings> ownProperty() {
    return own.getReadOnlyProperty();
  }

  /// Whether the server takes this type of action.
  public boolean offers(String feature) {
    return capabilities.offers(feature);
  }

  /// Changes when somebody was removed, whose name has to go from wherever it stands.
  public int removals() {
    return people.removals();
  }

  /// Whether this person owns the server.
  public boolean isOwner() {
    return owner;
  }

  /// Deletes a chat for everybody in it.
  public void deleteChat(ChatId chat, Consumer<Throwable> refused) {
    whenDone(client.deleteChat(chat), done -> {}, refused);
  }

  /// Removes a person from the server.
  public void deleteUser(UserId user, Consumer<Throwable> refused) {
    whenDone(client.deleteUser(user), done -> {}, refused);
  }

  /// Reports each action that the server refuses, until unsubscribed.
  public Subscription onRefused(Consumer<Change.ActionRefused> listener) {
    refusalListeners.add(listener);
    return () -> refusalListeners.remove(listener);
  }

  /// Changes once per batch of changes to people or chats, so that derived values can be computed
  /// again.
  public ReadOnlyLongProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  /// How many unread messages of all chats the person wants to be told of.
  public int unread(Instant now) {
    Status mine = myStatus();
    return chats.values().stream().mapToInt(chat -> Attention.of(chat, mine, now)).sum();
  }

  /// What this person says beside their name, as all their devices know it.
  public Status myStatus() {
    UserId id = me.get();
    return (id == null ? Optional.<User>empty() : person(id)).map(User::status).orElse(Status.NONE);
  }

  /// The chat in view; null for none.
  public ObjectProperty<@Nullable ChatId> currentProperty() {
    return current;
  }

  public Collection<User> people() {
    return people.people();
  }

  public Collection<ChatItem> chats() {
    return Collections.unmodifiableCollection(chats.values());
  }

  @Override
  public Optional<User> person(UserId id) {
    return people.one(id);
  }

  public Optional<ChatItem> chat(ChatId id) {
    return Optional.ofNullable(chats.get(id));
  }

  /// The chat in view, as it is now.
  public Optional<ChatItem> currentChat() {
    return Optional.ofNullable(current.get()).flatMap(this::chat);
  }

  /// Opens a timeline; the listener gets its rows until [#closeTimeline].
  public void openTimeline(ChatId chat, TimelineListener listener) {
    timelines.put(chat, listener);
    client.openTimeline(chat);
  }

  public void closeTimeline(ChatId chat) {
    timelines.remove(chat);
    client.closeTimeline(chat);
  }

  /// Opens the direct chat with a person.
  ///
  /// @param refused gets the reason if this fails
  public void openDirect(UserId with, Runnable opened, Consumer<Throwable> refused) {
    show(client.openDirect(with), opened, refused);
  }

  /// Creates a channel or a masked chat and opens it.
  public void createChannel(
      String title, Chat.Kind kind, Runnable made, Consumer<Throwable> refused) {
    create(() -> client.createChannel(title, kind), made, refused);
  }

  /// Comes into a channel and opens it.
  public void join(ChatId channel, Runnable joined, Consumer<Throwable> refused) {
    show(client.join(channel), joined, refused);
  }

  /// Creates a group and opens it.
  public void createGroup(
      String title, List<UserId> members, Runnable made, Consumer<Throwable> refused) {
    create(() -> client.createGroup(title, members), made, refused);
  }

  private void create(
      Supplier<CompletableFuture<ChatId>> making, Runnable made, Consumer<Throwable> refused) {
    try {
      show(making.get(), made, refused);
    } catch (FaultException unfit) {
      refused.accept(unfit);
    }
  }

  /// Does something in a chat.
  ///
  /// @throws FaultException at once where the action itself is not fit
  public void append(ChatId chat, Action action) {
    client.append(chat, action);
  }

  /// Hands an answer of the client over to the FX thread.
  public <T> void whenDone(
      CompletableFuture<T> answer, Consumer<T> done, Consumer<Throwable> failed) {
    var _ =
        answer.whenCompleteAsync(
            (value, failure) -> {
              if (failure == null) {
                done.accept(value);
              } else {
                failed.accept(failure);
              }
            },
            mailbox);
  }

  private void show(
      CompletableFuture<ChatId> opening, Runnable shown, Consumer<Throwable> refused) {
    whenDone(
        opening,
        chat -> {
          shown.run();
          current.set(chat);
        },
        refused);
  }

  /// Applies changes that the client reported, in order.
  public void apply(List<Change> changes) {
    changes.forEach(this::apply);
    if (!changes.stream().map(ChangeScope::of).allMatch(ChangeScope.TIMELINE::equals)) {
      tellRevision();
    }
  }

  /// Has all derived values computed again, for example on a new day.
  public void revise() {
    surroundings++;
    tellRevision();
  }

  private void tellRevision() {
    revision.set(revision.get() + 1);
  }

  /// Another number after each change of what all chats have in common: who there is and is here,
  /// the connection, the day.
  public long surroundings() {
    return surroundings;
  }

  private void apply(Change change) {
    if (ChangeScope.of(change) == ChangeScope.SERVER) {
      surroundings++;
    }
    switch (change) {
      case Change.ServerKnown known -> {
        server.set(known.server());
        me.set(known.me());
        address.set(known.address());
        capabilities = known.capabilities();
        owner = known.owner();
      }
      case Change.OwnSettingsChanged changed -> own.set(changed.settings());
      case Change.ConnectionChanged changed -> connection.set(changed.connection());
      case Change.PeopleChanged changed -> changed.people().forEach(people::put);
      case Change.ChatsChanged changed -> changed.chats().forEach(this::put);
      case Change.ChatsRemoved removed -> removed.chats().forEach(this::remove);
      case Change.TimelineReset reset ->
          listener(reset.chat()).reset(reset.rows(), reset.reach(), reset.focus());
      case Change.TimelineSpliced splice ->
          listener(splice.chat()).spliced(splice.index(), splice.removed(), splice.added());
      case Change.ReachChanged changed -> listener(changed.chat()).reachChanged(changed.reach());
      case Change.ActionRefused refused ->
          List.copyOf(refusalListeners).forEach(listener -> listener.accept(refused));
      case Change.LogsReplaced() -> incidents.logsReplaced();
      case Change.StoreReplaced now -> incidents.storeReplaced(now);
      case Change.StoreFailed failed -> incidents.storeFailed(failed.sentence());
    }
  }

  private void put(ChatItem chat) {
    chats.put(chat.id(), chat);
    people.putOwn(chat.own().as());
  }

  private void remove(ChatId chat) {
    chats.remove(chat);
    if (chat.equals(current.get())) {
      current.set(null);
    }
  }

  private TimelineListener listener(ChatId chat) {
    return timelines.getOrDefault(chat, TimelineListener.NOBODY);
  }

  /// Which model hears the client.
  private static final class Audience {
    private ServerViewModel model;

    private Audience(ServerViewModel model) {
      this.model = model;
    }
  }
}

package hearth.server.chat;

import hearth.protocol.DeviceId;
import hearth.protocol.FaultException;
import hearth.protocol.Hidden;
import hearth.protocol.Notification.OwnSettingsChanged;
import hearth.protocol.Notification.UserChanged;
import hearth.protocol.Presence;
import hearth.protocol.User;
import hearth.protocol.UserId;
import hearth.server.net.CloseCode;
import hearth.server.session.PresenceTracker;
import hearth.server.session.Session;
import hearth.server.session.Sessions;
import hearth.server.store.Account;
import hearth.server.store.Completion;
import hearth.server.store.Profile;
import hearth.server.store.Store;
import hearth.server.store.Work;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Adds sessions to the server when they join or resume, removes them when they disconnect, and
/// tells the others. Confined to the publishing thread.
final class SessionLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(SessionLifecycle.class);

  private final Store store;
  private final Sessions sessions;
  private final BroadcastGroup everybody;
  private final ChatDirectory directory;
  private final PresenceTracker presence;
  private final InstantSource clock;
  private final Set<UserId> removed = new HashSet<>();
  private final Set<DeviceId> signedOut = new HashSet<>();

  /// What people have set of themselves since the start: an account may have been read before.
  private final Map<UserId, Profile> changed = new HashMap<>();

  SessionLifecycle(
      Store store,
      Publisher publisher,
      Sessions sessions,
      ChatDirectory directory,
      PresenceTracker presence,
      InstantSource clock) {
    this.store = store;
    this.sessions = sessions;
    everybody = new BroadcastGroup(publisher, sessions.all());
    this.directory = directory;
    this.presence = presence;
    this.clock = clock;
  }

  /// The first session of a new person, whom everybody hears of.
  void joined(Session session, Account account) {
    add(session, account);
    everybody.publish(new UserChanged(user(account.profile(), null)));
  }

  /// Another session of a known person.
  void resumed(Session session, Account account) {
    if (add(session, account)) {
      publishPresence(session.account(), null);
    }
  }

  /// A person was removed from the server, whom everybody hears of. The person's devices are told
  /// by the close code, and by the refusal of their tokens; one that is coming back just now is
  /// closed as it arrives.
  void removed(UserId user) {
    removed.add(user);
    for (Session session : List.copyOf(sessions.of(user))) {
      sessions.remove(session);
      directory.remove(session);
      session.close(CloseCode.REMOVED);
    }
    presence.update(user);
    everybody.drop(user);
    everybody.publish(new UserChanged(User.deleted(user)));
  }

  /// A device was signed out. It is told as somebody is who was removed, and its person goes on.
  void signedOut(UserId user, DeviceId device) {
    signedOut.add(device);
    for (Session session : List.copyOf(sessions.of(user))) {
      if (session.account().device().equals(device)) {
        sessions.remove(session);
        directory.remove(session);
        session.close(CloseCode.SIGNED_OUT);
      }
    }
  }

  /// A person has set something of themselves, which everybody hears of if it is news.
  void changed(Profile now) {
    Collection<Session> devices = sessions.of(now.id());
    boolean known =
        !devices.isEmpty() && devices.stream().allMatch(one -> one.account().profile().equals(now));
    changedForThemselves(now);
    if (!known) {
      publish(user(now, devices.isEmpty() ? now() : null));
    }
  }

  /// A person has set something that is nobody else's business: their own devices hear of it if it
  /// is news.
  void changedForThemselves(Profile now) {
    changed.put(now.id(), now);
    Collection<Session> devices = sessions.of(now.id());
    boolean news = devices.stream().anyMatch(one -> !one.account().own().equals(now.own()));
    devices.forEach(session -> session.changed(now));
    if (news) {
      directory.tell(List.of(now.id()), new OwnSettingsChanged(now.own()));
    }
  }

  /// The devices of a person that are connected.
  Set<DeviceId> devicesOf(UserId user) {
    return sessions.of(user).stream()
        .map(session -> session.account().device())
        .collect(Collectors.toUnmodifiableSet());
  }

  void setAway(Session session, boolean away) {
    session.setAway(away);
    if (presence.update(session.user())) {
      publishPresence(session.account(), null);
    }
  }

  /// The connection has ended, whether it had joined or not.
  void disconnected(Session session) {
    session.disconnected();
    if (!session.joined()) {
      return;
    }
    sessions.remove(session);
    directory.remove(session);
    UserId user = session.user();
    Instant now = now();
    boolean changed = presence.update(user);
    boolean last = presence.of(user) == Presence.OFFLINE;
    if (changed) {
      publishPresence(session.account(), last ? now : null);
    }
    recordSeen(changed && last ? List.of(user) : List.of(), List.of(session.account()), now);
  }

  /// Records the current time as last seen for everyone connected.
  void recordAllSeen() {
    List<Account> devices = sessions.all().stream().map(Session::account).toList();
    recordSeen(List.copyOf(sessions.users()), devices, now());
  }

  /// Whether the person's presence has changed.
  private boolean add(Session session, Account account) {
    if (session.isDisconnected()) {
      return false;
    }
    if (removed.contains(account.id()) || signedOut.contains(account.device())) {
      boolean person = removed.contains(account.id());
      session.close(person ? CloseCode.REMOVED : CloseCode.SIGNED_OUT);
      return false;
    }
    session.authenticated(account.with(changed.getOrDefault(account.id(), account.profile())));
    sessions.add(session);
    directory.add(session);
    return presence.update(account.id());
  }

  /// Somebody came, went, or left the device alone; nobody hears of it where that is hidden.
  private void publishPresence(Account account, @Nullable Instant lastSeen) {
    if (!account.own().hides(Hidden.PRESENCE)) {
      publish(user(account.profile(), lastSeen));
    }
  }

  private User user(Profile profile, @Nullable Instant lastSeen) {
    boolean hides = profile.own().hides(Hidden.PRESENCE);
    return new User(
        profile.id(),
        profile.name(),
        hides ? Presence.OFFLINE : presence.of(profile.id()),
        hides ? null : lastSeen,
        User.Kind.PERSON,
        profile.status().at(now()));
  }

  private void publish(User changed) {
    everybody.publishLatest(changed.id(), new UserChanged(changed));
  }

  private void recordSeen(Collection<UserId> users, Collection<Account> devices, Instant at) {
    Completion<Boolean> then =
        new Completion<>() {
          @Override
          public void committed(Boolean result) {}

          @Override
          public void refused(FaultException why) {
            LOG.debug("Last-seen times could not be stored: {}", why.sentence());
          }
        };
    try {
      store.submit(
          new Work(null, users.size() + devices.size()),
          tx -> {
            tx.recordSeen(users, at);
            tx.recordDevicesSeen(devices, at);
            return true;
          },
          then);
    } catch (FaultException busy) {
      then.refused(busy);
    }
  }

  private Instant now() {
    return Instant.ofEpochMilli(clock.millis());
  }
}

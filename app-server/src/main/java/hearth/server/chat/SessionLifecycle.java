package hearth.server.chat;

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

  /// What people have set of themselves since the start: an account may have been read before.
  private final Map<UserId, Account> changed = new HashMap<>();

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
    everybody.publish(new UserChanged(user(account, null)));
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

  /// A person has set something of themselves, which everybody hears of if it is news.
  void changed(Account now) {
    changed.put(now.id(), now);
    Collection<Session> devices = sessions.of(now.id());
    boolean known =
        !devices.isEmpty() && devices.stream().allMatch(one -> one.account().equals(now));
    if (!known) {
      boolean own = devices.stream().anyMatch(one -> !one.account().own().equals(now.own()));
      devices.forEach(session -> session.changed(now));
      publish(user(now, devices.isEmpty() ? now() : null));
      if (own) {
        directory.tell(List.of(now.id()), new OwnSettingsChanged(now.own()));
      }
    }
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
    if (presence.update(user)) {
      Instant now = now();
      boolean last = presence.of(user) == Presence.OFFLINE;
      publishPresence(session.account(), last ? now : null);
      if (last) {
        recordSeen(List.of(user), now);
      }
    }
  }

  /// Records the current time as last seen for everyone connected.
  void recordAllSeen() {
    recordSeen(List.copyOf(sessions.users()), now());
  }

  /// Whether the person's presence has changed.
  private boolean add(Session session, Account account) {
    if (session.isDisconnected()) {
      return false;
    }
    if (removed.contains(account.id())) {
      session.close(CloseCode.REMOVED);
      return false;
    }
    session.authenticated(account.withProfileOf(changed.getOrDefault(account.id(), account)));
    sessions.add(session);
    directory.add(session);
    return presence.update(account.id());
  }

  /// Somebody came, went, or left the device alone; nobody hears of it where that is hidden.
  private void publishPresence(Account account, @Nullable Instant lastSeen) {
    if (!account.own().hides(Hidden.PRESENCE)) {
      publish(user(account, lastSeen));
    }
  }

  private User user(Account account, @Nullable Instant lastSeen) {
    boolean hides = account.own().hides(Hidden.PRESENCE);
    return new User(
        account.id(),
        account.name(),
        hides ? Presence.OFFLINE : presence.of(account.id()),
        hides ? null : lastSeen,
        false,
        account.status().at(now()));
  }

  private void publish(User changed) {
    everybody.publishLatest(changed.id(), new UserChanged(changed));
  }

  private void recordSeen(Collection<UserId> users, Instant at) {
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
          new Work(null, users.size()),
          tx -> {
            tx.recordSeen(users, at);
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

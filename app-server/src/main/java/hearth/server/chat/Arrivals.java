package hearth.server.chat;

import hearth.protocol.Event.PresenceChanged;
import hearth.protocol.Event.UserJoined;
import hearth.protocol.FaultException;
import hearth.protocol.Presence;
import hearth.protocol.User;
import hearth.protocol.UserId;
import hearth.server.session.Presences;
import hearth.server.session.Session;
import hearth.server.session.Sessions;
import hearth.server.store.Account;
import hearth.server.store.Completion;
import hearth.server.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Seats sessions in their rooms and takes them out again, and tells the others. Confined to the
/// publishing thread.
final class Arrivals {
  private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);

  private final Store store;
  private final Sessions sessions;
  private final Circle everybody;
  private final Rooms rooms;
  private final Presences presences;
  private final InstantSource clock;

  Arrivals(
      Store store,
      Publisher publisher,
      Sessions sessions,
      Rooms rooms,
      Presences presences,
      InstantSource clock) {
    this.store = store;
    this.sessions = sessions;
    everybody = new Circle(publisher, sessions.all());
    this.rooms = rooms;
    this.presences = presences;
    this.clock = clock;
  }

  /// A new person's first session: everybody hears of the person.
  void join(Session session, Account account) {
    seat(session, account);
    everybody.tell(new UserJoined(user(account, null)));
  }

  /// Another session of a known person.
  void resume(Session session, Account account) {
    if (seat(session, account)) {
      tell(user(account, null));
    }
  }

  void setAway(Session session, boolean away) {
    session.setAway(away);
    if (presences.update(session.user())) {
      tell(user(session.account(), null));
    }
  }

  /// The connection has ended, whether it ever joined or not.
  void leave(Session session) {
    session.leave();
    if (!session.joined()) {
      return;
    }
    sessions.remove(session);
    rooms.leave(session);
    UserId user = session.user();
    if (presences.update(user)) {
      Instant now = now();
      boolean last = presences.of(user) == Presence.OFFLINE;
      tell(user(session.account(), last ? now : null));
      if (last) {
        noteSeen(List.of(user), now);
      }
    }
  }

  /// Notes for all who are here that they were here until now.
  void noteAllSeen() {
    noteSeen(List.copyOf(sessions.users()), now());
  }

  /// Whether others see the person differently now.
  private boolean seat(Session session, Account account) {
    if (session.isGone()) {
      return false;
    }
    session.become(account);
    sessions.add(session);
    rooms.enter(session);
    return presences.update(account.id());
  }

  private User user(Account account, @Nullable Instant lastSeen) {
    return new User(account.id(), account.name(), presences.of(account.id()), lastSeen);
  }

  private void tell(User changed) {
    everybody.tellLast(changed.id(), new PresenceChanged(changed));
  }

  private void noteSeen(Collection<UserId> users, Instant at) {
    Completion<Boolean> then =
        new Completion<>() {
          @Override
          public void committed(Boolean result) {}

          @Override
          public void refused(FaultException why) {
            LOG.debug("It could not be noted who was seen last: {}", why.sentence());
          }
        };
    try {
      store.submit(
          ledger -> {
            ledger.noteSeen(users, at);
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

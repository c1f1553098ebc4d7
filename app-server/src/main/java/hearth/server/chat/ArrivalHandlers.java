package hearth.server.chat;

import hearth.protocol.FaultException;
import hearth.protocol.Overview;
import hearth.protocol.Reply;
import hearth.protocol.Request.Join;
import hearth.protocol.Request.Resume;
import hearth.protocol.Request.SetAway;
import hearth.server.account.Accounts;
import hearth.server.account.DeviceToken;
import hearth.server.net.CloseCode;
import hearth.server.session.Session;
import hearth.server.store.Account;
import hearth.server.store.Completion;
import hearth.server.store.Ledger.Admission;
import hearth.server.store.StoreException;
import java.util.function.Function;

/// Joining, coming back, being away, leaving. Safe from any thread; never waits.
///
/// A session takes its seat before its overview is read: what happens between comes as an event,
/// and nothing is lost.
final class ArrivalHandlers {
  private final Function<Session, Overview> overviews;
  private final Accounts accounts;
  private final Publisher publisher;
  private final Background background;
  private final Rooms rooms;
  private final Arrivals arrivals;

  ArrivalHandlers(
      Function<Session, Overview> overviews,
      Accounts accounts,
      Publisher publisher,
      Background background,
      Rooms rooms,
      Arrivals arrivals) {
    this.overviews = overviews;
    this.accounts = accounts;
    this.publisher = publisher;
    this.background = background;
    this.rooms = rooms;
    this.arrivals = arrivals;
  }

  void join(Caller caller, Join join) {
    Session session = caller.session();
    session.beginJoining();
    DeviceToken token = accounts.newToken();
    Completion<Admission> then =
        new Completion<>() {
          @Override
          public void committed(Admission admission) {
            caller.attempt(() -> admitted(caller, token, admission));
          }

          @Override
          public void refused(FaultException why) {
            session.stayStranger();
            caller.refuse(why);
          }
        };
    try {
      accounts.join(join.name(), token, then);
    } catch (FaultException busy) {
      then.refused(busy);
    }
  }

  private void admitted(Caller caller, DeviceToken token, Admission admission) {
    arrivals.join(caller.session(), admission.account());
    Room lobby = rooms.of(admission.entry().chat());
    rooms.addMembers(lobby, admission.entry().members());
    lobby.publish(admission.entry());
    welcome(caller, overview -> new Reply.Joined(token.text(), overview));
  }

  void resume(Caller caller, Resume resume) {
    Session session = caller.session();
    session.beginJoining();
    background.run(
        caller,
        () -> {
          Account account;
          try {
            account = accounts.resume(resume.token());
          } catch (FaultException | StoreException refused) {
            session.stayStranger();
            throw refused;
          }
          publisher.put(() -> caller.attempt(() -> resumed(caller, account)));
        });
  }

  private void resumed(Caller caller, Account account) {
    arrivals.resume(caller.session(), account);
    welcome(caller, Reply.Resumed::new);
  }

  /// Answers with the overview; a session that cannot have it is of no use to its client.
  private void welcome(Caller caller, Function<Overview, Reply> reply) {
    if (caller.session().isGone()) {
      return;
    }
    background.run(
        caller,
        () -> {
          try {
            caller.answer(reply.apply(overviews.apply(caller.session())));
          } catch (StoreException failed) {
            caller.refuse(failed);
            caller.session().close(CloseCode.BUG);
          }
        });
  }

  /// The answer comes after all that was published before, so it tells when one has heard of it.
  void setAway(Caller caller, SetAway request) {
    var _ = caller.user();
    publisher.offer(
        () ->
            caller.attempt(
                () -> {
                  arrivals.setAway(caller.session(), request.away());
                  publisher.atEnd(() -> caller.answer(new Reply.Done()));
                }));
  }

  void leave(Session session) {
    background.run(() -> publisher.put(() -> arrivals.leave(session)));
  }
}

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
import hearth.server.store.StoreException;
import hearth.server.store.WriteTransaction.Admission;
import java.util.function.Function;

/// Handles joining, resuming, presence and disconnecting. Safe from any thread; never waits.
///
/// A session is added to its chats before its overview is read: what happens in between arrives as
/// an event, so nothing is lost.
final class SessionHandlers {
  private final Function<Session, Overview> overviews;
  private final Accounts accounts;
  private final Publisher publisher;
  private final BlockingTasks blocking;
  private final ChatDirectory directory;
  private final SessionLifecycle lifecycle;

  SessionHandlers(
      Function<Session, Overview> overviews,
      Accounts accounts,
      Publisher publisher,
      BlockingTasks blocking,
      ChatDirectory directory,
      SessionLifecycle lifecycle) {
    this.overviews = overviews;
    this.accounts = accounts;
    this.publisher = publisher;
    this.blocking = blocking;
    this.directory = directory;
    this.lifecycle = lifecycle;
  }

  void join(RequestContext context, Join join) {
    Session session = context.session();
    session.beginJoining();
    DeviceToken token = accounts.newToken();
    Completion<Admission> then =
        new Completion<>() {
          @Override
          public void committed(Admission admission) {
            context.attempt(() -> admitted(context, token, admission));
          }

          @Override
          public void refused(FaultException why) {
            session.joinFailed();
            context.refuse(why);
          }
        };
    try {
      accounts.join(join.name(), token, then);
    } catch (FaultException busy) {
      then.refused(busy);
    }
  }

  private void admitted(RequestContext context, DeviceToken token, Admission admission) {
    lifecycle.joined(context.session(), admission.account());
    ChatSubscribers lobby = directory.of(admission.entry().chat());
    directory.addMembers(lobby, admission.entry().members());
    lobby.publish(admission.entry());
    sendOverview(context, overview -> new Reply.Joined(token.text(), overview));
  }

  void resume(RequestContext context, Resume resume) {
    Session session = context.session();
    session.beginJoining();
    blocking.run(
        context,
        () -> {
          Account account;
          try {
            account = accounts.resume(resume.token());
          } catch (FaultException | StoreException refused) {
            session.joinFailed();
            throw refused;
          }
          publisher.put(() -> context.attempt(() -> resumed(context, account)));
        });
  }

  private void resumed(RequestContext context, Account account) {
    lifecycle.resumed(context.session(), account);
    sendOverview(context, Reply.Resumed::new);
  }

  /// Responds with the overview. If it cannot be read, the connection is closed, because its client
  /// could do nothing without it.
  private void sendOverview(RequestContext context, Function<Overview, Reply> reply) {
    if (context.session().isDisconnected()) {
      return;
    }
    blocking.run(
        context,
        () -> {
          try {
            context.answer(reply.apply(overviews.apply(context.session())));
          } catch (StoreException failed) {
            context.refuse(failed);
            context.session().close(CloseCode.BUG);
          }
        });
  }

  /// The response comes after all that was published before it.
  void setAway(RequestContext context, SetAway request) {
    var _ = context.user();
    publisher.offer(
        () ->
            context.attempt(
                () -> {
                  lifecycle.setAway(context.session(), request.away());
                  publisher.atEndOfTurn(() -> context.answer(new Reply.Done()));
                }));
  }

  void disconnected(Session session) {
    blocking.run(() -> publisher.put(() -> lifecycle.disconnected(session)));
  }
}

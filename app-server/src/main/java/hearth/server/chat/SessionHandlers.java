package hearth.server.chat;

import hearth.protocol.Entry;
import hearth.protocol.FaultException;
import hearth.protocol.Request.FetchOverview;
import hearth.protocol.Request.Join;
import hearth.protocol.Request.LinkDevice;
import hearth.protocol.Request.Resume;
import hearth.protocol.Request.SetAway;
import hearth.protocol.Response;
import hearth.protocol.UserId;
import hearth.server.account.Accounts;
import hearth.server.net.CloseCode;
import hearth.server.session.Session;
import hearth.server.store.Account;
import hearth.server.store.Completion;
import hearth.server.store.StoreException;
import hearth.server.store.Views;
import hearth.server.store.WriteTransaction.Admission;
import java.util.List;
import java.util.function.Consumer;

/// Handles joining, resuming, presence and disconnecting. Safe from any thread; never waits.
///
/// A session is added to its chats before its overview is read: what happens in between arrives as
/// an event, so nothing is lost.
final class SessionHandlers {
  private final OverviewReader overviews;
  private final Accounts accounts;
  private final Publisher publisher;
  private final BlockingTasks blocking;
  private final ChatDirectory directory;
  private final SessionLifecycle lifecycle;

  SessionHandlers(
      OverviewReader overviews,
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
    Completion<Admission> then = joining(context, admission -> admitted(context, admission));
    try {
      accounts.join(join, session.network(), then);
    } catch (FaultException busy) {
      then.refused(busy);
    }
  }

  void link(RequestContext context, LinkDevice link) {
    context.session().beginJoining();
    accounts.link(
        link,
        joining(
            context,
            account -> {
              lifecycle.resumed(context.session(), account);
              context.metrics().resumed();
              context.answer(new Response.Joined(account.id(), account.name()));
            }));
  }

  /// Goes on after the commit; who was refused may try again.
  private static <R> Completion<R> joining(RequestContext context, Consumer<R> work) {
    return new Completion<>() {
      @Override
      public void committed(R result) {
        context.attempt(() -> work.accept(result));
      }

      @Override
      public void refused(FaultException why) {
        context.session().joinFailed();
        context.refuse(why);
      }
    };
  }

  private void admitted(RequestContext context, Admission admission) {
    if (admission.entries().isEmpty()) {
      lifecycle.resumed(context.session(), admission.account());
    } else {
      lifecycle.joined(context.session(), admission.account());
      context.metrics().joined();
    }
    for (Entry entry : admission.entries()) {
      ChatSubscribers lobby = directory.of(entry.chat());
      directory.addMembers(lobby, List.of(admission.account().id()), Views.NONE);
      lobby.publish(entry);
    }
    context.answer(new Response.Joined(admission.account().id()));
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
    context.metrics().resumed();
    if (!context.session().isDisconnected()) {
      blocking.run(context, () -> sendOverview(context, account));
    }
  }

  /// If the overview cannot be read, the connection is closed, because its client could do nothing
  /// without it.
  private void sendOverview(RequestContext context, Account account) {
    if (context.session().isGone()) {
      return;
    }
    try {
      blocking.answer(
          context,
          new Response.Resumed(
              overviews.welcome(),
              account.id(),
              overviews.page(account.id(), null),
              account.owner(),
              context.session().account().own()));
    } catch (StoreException failed) {
      context.refuse(failed);
      context.session().close(CloseCode.BUG);
    }
  }

  void fetchOverview(RequestContext context, FetchOverview request) {
    UserId me = context.user();
    blocking.read(context, () -> new Response.Overview(overviews.page(me, request.from())));
  }

  /// The response comes after all that was published before it.
  void setAway(RequestContext context, SetAway request) {
    var _ = context.user();
    publisher.offer(
        () ->
            context.attempt(
                () -> {
                  lifecycle.setAway(context.session(), request.away());
                  publisher.atEndOfTurn(() -> context.answer(new Response.Done()));
                }));
  }

  void disconnected(Session session) {
    blocking.run(() -> publisher.put(() -> lifecycle.disconnected(session)));
  }
}

package hearth.server.chat;

import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Request;
import hearth.protocol.ServerInfo;
import hearth.protocol.UserId;
import hearth.server.account.Accounts;
import hearth.server.account.DeviceCodes;
import hearth.server.policy.RateCategory;
import hearth.server.policy.RateLimiter;
import hearth.server.session.PresenceTracker;
import hearth.server.session.Session;
import hearth.server.session.Sessions;
import hearth.server.store.Store;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Passes each request to its handler. Safe from any thread; never waits, except in [#stop].
public final class Dispatcher {
  private final RateLimiter limiter;
  private final Publisher publisher;
  private final SessionLifecycle lifecycle;
  private final OverviewReader overviews;
  private final SessionHandlers sessions;
  private final LogHandlers logs;
  private final ChatHandlers chats;
  private final OwnerHandlers owners;
  private final DeviceHandlers devices;
  private final ProfileHandlers profiles;
  private volatile boolean stopping;

  /// Creates the handlers and what they share.
  public Dispatcher(
      ServerInfo info,
      Store store,
      Publisher publisher,
      BlockingTasks blocking,
      RateLimiter limiter,
      InstantSource clock) {
    Sessions connected = new Sessions();
    PresenceTracker presence = new PresenceTracker(connected);
    ChatDirectory directory =
        new ChatDirectory(connected, publisher, store.chats(), store.aliases());
    this.limiter = limiter;
    this.publisher = publisher;
    lifecycle = new SessionLifecycle(store, publisher, connected, directory, presence, clock);
    overviews = new OverviewReader(info, store, presence, clock);
    Accounts accounts = new Accounts(store, limiter, new DeviceCodes(clock));
    sessions = new SessionHandlers(overviews, accounts, publisher, blocking, directory, lifecycle);
    devices = new DeviceHandlers(accounts, publisher, blocking, lifecycle);
    EntryPublisher entries = new EntryPublisher(directory);
    logs = new LogHandlers(store, publisher, directory, entries);
    owners = new OwnerHandlers(store, directory, entries, lifecycle);
    profiles = new ProfileHandlers(store, publisher, lifecycle);
    chats = new ChatHandlers(store, blocking, directory);
  }

  /// Refuses every further request with `SERVER_STOPPING`. Returns when all requests before it, and
  /// the last-seen times of everyone connected, are queued for the store.
  public void stop() {
    stopping = true;
    CompletableFuture.runAsync(lifecycle::recordAllSeen, publisher::execute).join();
  }

  void dispatch(RequestContext context, Request request) {
    if (stopping) {
      throw new FaultException(Fault.SERVER_STOPPING);
    }
    Session session = context.session();
    if (RateCategory.of(request) != RateCategory.HISTORY) {
      carryOut(context, request);
      return;
    }
    try {
      carryOut(context, request);
      session.readerWaited();
    } catch (FaultException refused) {
      if (refused.fault() == Fault.RATE_LIMITED) {
        session.readerDidNotWait();
      }
      throw refused;
    }
  }

  private void carryOut(RequestContext context, Request request) {
    Session session = context.session();
    limiter.count(request, who(session), session.network());
    switch (request) {
      case Request.Hello _ -> context.answer(overviews.welcome());
      case Request.Join join -> sessions.join(context, join);
      case Request.LinkDevice link -> sessions.link(context, link);
      case Request.CreateDeviceCode _ -> devices.createCode(context);
      case Request.ListDevices _ -> devices.list(context);
      case Request.RemoveDevice device -> devices.remove(context, device);
      case Request.Resume resume -> sessions.resume(context, resume);
      case Request.FetchOverview next -> sessions.fetchOverview(context, next);
      case Request.SetAway away -> sessions.setAway(context, away);
      case Request.Append append -> logs.append(context, append);
      case Request.MarkRead read -> logs.markRead(context, read);
      case Request.MarkDelivered delivered -> logs.markDelivered(context, delivered);
      case Request.ShowSign sign -> logs.showSign(context, sign);
      case Request.OpenDirect direct -> chats.openDirect(context, direct);
      case Request.CreateGroup group -> chats.createGroup(context, group);
      case Request.FindTime time -> chats.findTime(context, time);
      case Request.ListChannels after -> chats.listChannels(context, after);
      case Request.DeleteChat chat -> owners.deleteChat(context, chat);
      case Request.DeleteUser user -> owners.deleteUser(context, user);
      case Request.SetName name -> profiles.setName(context, name);
      case Request.SetStatus status -> profiles.setStatus(context, status);
      case Request.SetHidden hidden -> profiles.setHidden(context, hidden);
      case Request.SetBlocked blocked -> profiles.setBlocked(context, blocked);
      case Request.SetQuiet quiet -> profiles.setQuiet(context, quiet);
      case Request.CatchUp after -> chats.catchUp(context, after);
      case Request.FetchHistory history -> chats.fetchHistory(context, history);
      case Request.FetchVersions versions -> chats.fetchVersions(context, versions);
      case Request.FetchReceipts receipts -> chats.fetchReceipts(context, receipts);
      case Request.CountUnread count -> chats.countUnread(context, count);
    }
  }

  /// A request of a newer version.
  void unknown(RequestContext context) {
    count(context, RateCategory.OTHER);
    throw new FaultException(Fault.METHOD_UNKNOWN);
  }

  /// A request that is not valid. It counts like any other.
  void invalid(RequestContext context, FaultException why) {
    count(context, RateCategory.OTHER);
    throw why;
  }

  private void count(RequestContext context, RateCategory category) {
    Session session = context.session();
    limiter.count(category, who(session), session.network());
  }

  private static @Nullable UserId who(Session session) {
    return session.joined() ? session.user() : null;
  }

  void disconnected(Session session) {
    sessions.disconnected(session);
  }
}

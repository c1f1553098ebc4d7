package hearth.server.chat;

import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.Request.CatchUp;
import hearth.protocol.Request.CountUnread;
import hearth.protocol.Request.CreateGroup;
import hearth.protocol.Request.FetchHistory;
import hearth.protocol.Request.FetchReceipts;
import hearth.protocol.Request.FetchVersions;
import hearth.protocol.Request.FindTime;
import hearth.protocol.Request.ListChannels;
import hearth.protocol.Request.OpenDirect;
import hearth.protocol.Response;
import hearth.protocol.UserId;
import hearth.server.store.Store;
import hearth.server.store.Work;
import hearth.server.store.WriteTransaction.Opening;
import java.util.Objects;

/// Handles creating chats and reading their logs. Safe from any thread; never waits.
final class ChatHandlers {
  private final Store store;
  private final BlockingTasks blocking;
  private final ChatDirectory directory;

  ChatHandlers(Store store, BlockingTasks blocking, ChatDirectory directory) {
    this.store = store;
    this.blocking = blocking;
    this.directory = directory;
  }

  void openDirect(RequestContext context, OpenDirect request) {
    UserId me = context.user();
    store.submit(
        tx -> tx.openDirect(me, request.with()),
        context.whenCommitted(opening -> opened(context, opening)));
  }

  void createGroup(RequestContext context, CreateGroup request) {
    UserId me = context.user();
    store.submit(
        new Work(me, 1 + request.members().size()),
        tx -> tx.createGroup(me, request),
        context.whenCommitted(opening -> opened(context, opening)));
  }

  private void opened(RequestContext context, Opening opening) {
    switch (opening) {
      case Opening.Made made -> {
        ChatOverview mine = Objects.requireNonNull(made.views().of().get(context.user()));
        ChatSubscribers subscribers = directory.open(mine.chat(), made.views());
        context.answer(new Response.ChatOpened(mine));
        directory.tell(made.views());
        made.entry().ifPresent(subscribers::publish);
      }
      case Opening.Found(ChatId chat) ->
          blocking.run(
              context,
              () -> context.answer(new Response.ChatOpened(store.chat(chat, context.user()))));
    }
  }

  void listChannels(RequestContext context, ListChannels request) {
    var _ = context.user();
    blocking.read(context, () -> store.channels(request.after(), request.masked()));
  }

  void findTime(RequestContext context, FindTime request) {
    UserId me = context.user();
    blocking.read(context, () -> store.find(request.chat(), me, request.at()));
  }

  void catchUp(RequestContext context, CatchUp request) {
    UserId me = context.user();
    blocking.read(context, () -> store.catchUp(request.chat(), me, request.after(), request.at()));
  }

  void fetchHistory(RequestContext context, FetchHistory request) {
    UserId me = context.user();
    blocking.read(
        context,
        () ->
            new Response.History(
                store.history(request.chat(), me, request.side(), request.seq(), request.limit())));
  }

  void fetchVersions(RequestContext context, FetchVersions request) {
    UserId me = context.user();
    blocking.read(context, () -> store.versions(request.chat(), me, request.seq()));
  }

  void fetchReceipts(RequestContext context, FetchReceipts request) {
    UserId me = context.user();
    blocking.read(context, () -> store.receipts(request.chat(), me, request.seq()));
  }

  void countUnread(RequestContext context, CountUnread request) {
    UserId me = context.user();
    blocking.read(context, () -> store.unread(request.chat(), me, request.after()));
  }
}

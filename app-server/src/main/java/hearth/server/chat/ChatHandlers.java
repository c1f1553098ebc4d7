package hearth.server.chat;

import hearth.protocol.ChatId;
import hearth.protocol.Event.ChatAppeared;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Reply;
import hearth.protocol.Request.CatchUp;
import hearth.protocol.Request.CreateGroup;
import hearth.protocol.Request.FetchOlder;
import hearth.protocol.Request.OpenDirect;
import hearth.protocol.Request.SetSlowMode;
import hearth.protocol.UserId;
import hearth.server.store.Store;
import hearth.server.store.WriteTransaction.Opening;

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
    if (request.with().equals(me)) {
      throw new FaultException(Fault.PARAMS_INVALID, "A direct chat needs another person.");
    }
    store.submit(
        tx -> tx.openDirect(me, request.with()),
        context.whenCommitted(opening -> opened(context, opening)));
  }

  void createGroup(RequestContext context, CreateGroup request) {
    UserId me = context.user();
    store.submit(
        tx -> tx.createGroup(me, request.sendId(), request.title(), request.members()),
        context.whenCommitted(opening -> opened(context, opening)));
  }

  void setSlowMode(RequestContext context, SetSlowMode request) {
    UserId me = context.user();
    store.submit(
        tx -> tx.setSlowMode(me, request.chat(), request.seconds()),
        context.whenCommitted(
            entry -> {
              context.answer(new Reply.Done());
              entry.ifPresent(set -> directory.of(set.chat()).publish(set));
            }));
  }

  private void opened(RequestContext context, Opening opening) {
    switch (opening) {
      case Opening.Made made -> {
        ChatSubscribers subscribers = directory.open(made.overview().chat());
        context.answer(new Reply.ChatOpened(made.overview()));
        subscribers.publish(new ChatAppeared(made.overview()));
        made.entry().ifPresent(subscribers::publish);
      }
      case Opening.Found(ChatId chat) ->
          blocking.run(
              context,
              () -> context.answer(new Reply.ChatOpened(store.chat(chat, context.user()))));
    }
  }

  void catchUp(RequestContext context, CatchUp request) {
    UserId me = context.user();
    blocking.read(
        context, () -> context.answer(store.catchUp(request.chat(), me, request.after())));
  }

  void fetchOlder(RequestContext context, FetchOlder request) {
    UserId me = context.user();
    blocking.read(
        context,
        () -> context.answer(store.older(request.chat(), me, request.before(), request.limit())));
  }
}

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
import hearth.server.store.Ledger.Opening;
import hearth.server.store.Store;

/// Making chats, and reading their logs. Safe from any thread; never waits.
final class ChatHandlers {
  private final Store store;
  private final Background background;
  private final Rooms rooms;

  ChatHandlers(Store store, Background background, Rooms rooms) {
    this.store = store;
    this.background = background;
    this.rooms = rooms;
  }

  void openDirect(Caller caller, OpenDirect request) {
    UserId me = caller.user();
    if (request.with().equals(me)) {
      throw new FaultException(Fault.PARAMS_INVALID, "A direct chat needs somebody else.");
    }
    store.submit(
        ledger -> ledger.openDirect(me, request.with()),
        caller.whenCommitted(opening -> opened(caller, opening)));
  }

  void createGroup(Caller caller, CreateGroup request) {
    UserId me = caller.user();
    store.submit(
        ledger -> ledger.createGroup(me, request.sendId(), request.title(), request.members()),
        caller.whenCommitted(opening -> opened(caller, opening)));
  }

  void setSlowMode(Caller caller, SetSlowMode request) {
    UserId me = caller.user();
    store.submit(
        ledger -> ledger.setSlowMode(me, request.chat(), request.seconds()),
        caller.whenCommitted(
            entry -> {
              caller.answer(new Reply.Done());
              entry.ifPresent(set -> rooms.of(set.chat()).publish(set));
            }));
  }

  private void opened(Caller caller, Opening opening) {
    switch (opening) {
      case Opening.Made made -> {
        Room room = rooms.open(made.overview().chat());
        caller.answer(new Reply.ChatOpened(made.overview()));
        room.publish(new ChatAppeared(made.overview()));
        made.entry().ifPresent(room::publish);
      }
      case Opening.Found(ChatId chat) ->
          background.run(
              caller, () -> caller.answer(new Reply.ChatOpened(store.chat(chat, caller.user()))));
    }
  }

  void catchUp(Caller caller, CatchUp request) {
    UserId me = caller.user();
    background.read(
        caller, () -> caller.answer(store.catchUp(request.chat(), me, request.after())));
  }

  void fetchOlder(Caller caller, FetchOlder request) {
    UserId me = caller.user();
    background.read(
        caller,
        () -> caller.answer(store.older(request.chat(), me, request.before(), request.limit())));
  }
}

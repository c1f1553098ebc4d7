package hearth.server.chat;

import hearth.protocol.ChatId;
import hearth.protocol.Event.ChatDelivered;
import hearth.protocol.Event.ChatRead;
import hearth.protocol.Event.UserTyped;
import hearth.protocol.Message;
import hearth.protocol.Reply;
import hearth.protocol.Request.MarkDelivered;
import hearth.protocol.Request.MarkRead;
import hearth.protocol.Request.PostMessage;
import hearth.protocol.Request.ReportTyping;
import hearth.protocol.UserId;
import hearth.server.store.Ledger.Marking;
import hearth.server.store.Ledger.Posting;
import hearth.server.store.Store;

/// Writing, and following what others write. Safe from any thread; never waits.
final class MessageHandlers {
  private final Store store;
  private final Publisher publisher;
  private final Rooms rooms;

  MessageHandlers(Store store, Publisher publisher, Rooms rooms) {
    this.store = store;
    this.publisher = publisher;
    this.rooms = rooms;
  }

  void post(Caller caller, PostMessage post) {
    UserId me = caller.user();
    store.submit(
        ledger -> ledger.post(me, post.chat(), post.sendId(), post.text()),
        caller.whenCommitted(posting -> posted(caller, posting)));
  }

  private void posted(Caller caller, Posting posting) {
    Message message = posting.event().message();
    caller.answer(new Reply.Posted(message.chat(), message.seq(), message.at()));
    if (posting.fresh()) {
      rooms.of(message.chat()).publishMessage(posting.event());
    }
  }

  void markRead(Caller caller, MarkRead request) {
    mark(caller, request.chat(), request.seq(), request.seq());
  }

  void markDelivered(Caller caller, MarkDelivered request) {
    mark(caller, request.chat(), request.seq(), 0);
  }

  private void mark(Caller caller, ChatId chat, long delivered, long read) {
    UserId me = caller.user();
    store.submit(
        ledger -> ledger.mark(chat, me, delivered, read),
        caller.whenCommitted(
            marking -> {
              caller.answer(new Reply.Done());
              marked(chat, me, marking);
            }));
  }

  private void marked(ChatId chat, UserId me, Marking marking) {
    if (marking.readMoved()) {
      rooms.of(chat).publishPassing(me, new ChatRead(chat, me, marking.marker().read()));
    }
    // Being read says that it was delivered, so far.
    if (marking.deliveredMoved() && marking.marker().delivered() > marking.marker().read()) {
      rooms.of(chat).publishPassing(me, new ChatDelivered(chat, me, marking.marker().delivered()));
    }
  }

  void reportTyping(Caller caller, ReportTyping request) {
    UserId me = caller.user();
    publisher.offer(
        () ->
            caller.attempt(
                () -> {
                  rooms
                      .of(request.chat(), me)
                      .publishPassing(me, new UserTyped(request.chat(), me));
                  caller.answer(new Reply.Done());
                }));
  }
}

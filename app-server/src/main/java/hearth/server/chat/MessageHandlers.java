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
import hearth.server.store.Store;
import hearth.server.store.WriteTransaction.Marking;
import hearth.server.store.WriteTransaction.Posting;

/// Handles messages, markers and typing. Safe from any thread; never waits.
final class MessageHandlers {
  private final Store store;
  private final Publisher publisher;
  private final ChatDirectory directory;

  MessageHandlers(Store store, Publisher publisher, ChatDirectory directory) {
    this.store = store;
    this.publisher = publisher;
    this.directory = directory;
  }

  void post(RequestContext context, PostMessage post) {
    UserId me = context.user();
    store.submit(
        tx -> tx.post(me, post.chat(), post.sendId(), post.text()),
        context.whenCommitted(posting -> posted(context, posting)));
  }

  private void posted(RequestContext context, Posting posting) {
    Message message = posting.event().message();
    context.answer(new Reply.Posted(message.chat(), message.seq(), message.at()));
    if (posting.fresh()) {
      directory.of(message.chat()).publishMessage(posting.event());
    }
  }

  void markRead(RequestContext context, MarkRead request) {
    mark(context, request.chat(), request.seq(), request.seq());
  }

  void markDelivered(RequestContext context, MarkDelivered request) {
    mark(context, request.chat(), request.seq(), 0);
  }

  private void mark(RequestContext context, ChatId chat, long delivered, long read) {
    UserId me = context.user();
    store.submit(
        tx -> tx.mark(chat, me, delivered, read),
        context.whenCommitted(
            marking -> {
              context.answer(new Reply.Done());
              marked(chat, me, marking);
            }));
  }

  private void marked(ChatId chat, UserId me, Marking marking) {
    if (marking.readMoved()) {
      directory.of(chat).publishEphemeral(me, new ChatRead(chat, me, marking.marker().read()));
    }
    // Read implies delivered.
    if (marking.deliveredMoved() && marking.marker().delivered() > marking.marker().read()) {
      directory
          .of(chat)
          .publishEphemeral(me, new ChatDelivered(chat, me, marking.marker().delivered()));
    }
  }

  void reportTyping(RequestContext context, ReportTyping request) {
    UserId me = context.user();
    publisher.offer(
        () ->
            context.attempt(
                () -> {
                  directory
                      .of(request.chat(), me)
                      .publishEphemeral(me, new UserTyped(request.chat(), me));
                  context.answer(new Reply.Done());
                }));
  }
}

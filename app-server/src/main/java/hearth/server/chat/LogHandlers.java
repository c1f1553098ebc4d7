package hearth.server.chat;

import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.Entry;
import hearth.protocol.Frame;
import hearth.protocol.Notification;
import hearth.protocol.Notification.ChatAppeared;
import hearth.protocol.Notification.MarkerMoved;
import hearth.protocol.Notification.SignShown;
import hearth.protocol.Request.Append;
import hearth.protocol.Request.MarkDelivered;
import hearth.protocol.Request.MarkRead;
import hearth.protocol.Request.ShowSign;
import hearth.protocol.Response;
import hearth.protocol.UserId;
import hearth.server.net.Packet;
import hearth.server.store.Store;
import hearth.server.store.Work;
import hearth.server.store.WriteTransaction.Appending;
import hearth.server.store.WriteTransaction.Marking;
import java.util.List;

/// Handles appending to logs, markers and signs. Safe from any thread; never waits.
final class LogHandlers {
  private final Store store;
  private final Publisher publisher;
  private final ChatDirectory directory;

  LogHandlers(Store store, Publisher publisher, ChatDirectory directory) {
    this.store = store;
    this.publisher = publisher;
    this.directory = directory;
  }

  void append(RequestContext context, Append request) {
    UserId me = context.user();
    store.submit(
        Work.of(me, request.action()),
        tx -> tx.append(me, request.chat(), request.sendId(), request.action()),
        context.whenCommitted(appending -> appended(context, request.chat(), appending)));
  }

  private void appended(RequestContext context, ChatId chat, Appending appending) {
    context.answer(new Response.Appended(chat, appending.seq(), appending.at()));
    ChatSubscribers subscribers = directory.of(chat);
    for (Entry entry : appending.entries()) {
      subscribers.publish(entry);
      switch (entry.action()) {
        case Action.AddMembers(List<UserId> added) -> {
          subscribers.flush();
          directory.addMembers(subscribers, added);
          ChatOverview opened = appending.opened();
          if (opened != null) {
            tell(added, new ChatAppeared(opened));
          }
        }
        case Action.RemoveMember(UserId removed) -> {
          subscribers.flush(); // the entry is the last that the removed member hears
          directory.removeMember(subscribers, removed);
        }
        case Action.Post _,
            Action.Targeted _,
            Action.SetRole _,
            Action.SetSlowMode _,
            Action.Unknown _ -> {}
      }
    }
  }

  private void tell(List<UserId> users, Notification notification) {
    Packet packet = Packet.of(new Frame.NotificationFrame(notification));
    directory.sessionsOf(users).forEach(session -> session.send(packet));
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
              context.answer(new Response.Done());
              marked(chat, me, marking);
            }));
  }

  private void marked(ChatId chat, UserId me, Marking marking) {
    if (marking.readMoved() || marking.deliveredMoved()) {
      directory.of(chat).publishEphemeral(me, new MarkerMoved(chat, marking.marker()));
    }
  }

  void showSign(RequestContext context, ShowSign request) {
    UserId me = context.user();
    publisher.offer(
        () ->
            context.attempt(
                () -> {
                  directory
                      .of(request.chat(), me)
                      .publishSign(new SignShown(request.chat(), me, request.sign()));
                  context.answer(new Response.Done());
                }));
  }
}

package hearth.server.chat;

import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.Entry;
import hearth.protocol.Hidden;
import hearth.protocol.Marker;
import hearth.protocol.Notification.MarkerMoved;
import hearth.protocol.Notification.PreferencesChanged;
import hearth.protocol.OwnSettings;
import hearth.protocol.Request.Append;
import hearth.protocol.Request.MarkDelivered;
import hearth.protocol.Request.MarkRead;
import hearth.protocol.Request.ShowSign;
import hearth.protocol.Response;
import hearth.protocol.Sign;
import hearth.protocol.UserId;
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
  private final EntryPublisher entries;

  LogHandlers(Store store, Publisher publisher, ChatDirectory directory, EntryPublisher entries) {
    this.store = store;
    this.publisher = publisher;
    this.directory = directory;
    this.entries = entries;
  }

  void append(RequestContext context, Append request) {
    UserId me = context.user();
    if (request.action() instanceof Action.Personal action) {
      set(context, request.chat(), action);
      return;
    }
    store.submit(
        Work.of(me, request.action()),
        tx -> tx.append(me, request.chat(), request.sendId(), request.action()),
        context.whenCommitted(appending -> appended(context, request.chat(), appending)));
  }

  /// Nobody but the author's devices hears of it.
  private void set(RequestContext context, ChatId chat, Action.Personal action) {
    UserId me = context.user();
    store.submit(
        new Work(me, 1),
        tx -> tx.set(me, chat, action),
        context.whenCommitted(
            now -> {
              directory.tell(List.of(me), new PreferencesChanged(chat, now));
              context.answer(new Response.Done());
            }));
  }

  private void appended(RequestContext context, ChatId chat, Appending appending) {
    Response answer = new Response.Appended(chat, appending.seq(), appending.at());
    boolean comesIn = !appending.opened().isEmpty(); // and asks for it next
    if (!comesIn) {
      context.answer(answer);
    }
    for (Entry entry : appending.entries()) {
      entries.publish(entry, appending.opened());
    }
    if (comesIn) {
      context.answer(answer);
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
              context.answer(new Response.Done());
              marked(context, chat, marking);
            }));
  }

  /// The others are told what of the marker is told to them, where that has moved; the person's own
  /// devices all of it.
  private void marked(RequestContext context, ChatId chat, Marking marking) {
    OwnSettings own = context.session().account().own();
    boolean withDelivered = !own.hides(Hidden.PRESENCE);
    boolean withRead = !own.hides(Hidden.READING);
    Marker marker = marking.marker();
    Marker told = marker.told(withDelivered, withRead);
    boolean moved = marking.deliveredMoved() || marking.readMoved();
    if (moved && !told.equals(marker)) {
      directory.tell(List.of(context.user()), new MarkerMoved(chat, marker));
    }
    if ((marking.deliveredMoved() && withDelivered) || (marking.readMoved() && withRead)) {
      directory.of(chat).publishMarker(Audience.SEEING, new MarkerMoved(chat, told));
    }
    if (marking.deliveredMoved() && withDelivered) {
      Marker toBlind = told.told(true, false);
      directory.of(chat).publishMarker(Audience.BLIND, new MarkerMoved(chat, toBlind));
    }
  }

  void showSign(RequestContext context, ShowSign request) {
    UserId me = context.user();
    publisher.offer(
        () ->
            context.attempt(
                () -> {
                  ChatSubscribers chat = directory.of(request.chat(), me);
                  OwnSettings own = context.session().account().own();
                  if (!hides(own, request.sign()) && !chat.isAloneWithBlocked(own)) {
                    chat.publishSign(request.chat(), me, request.sign());
                  }
                  context.answer(new Response.Done());
                }));
  }

  private static boolean hides(OwnSettings own, Sign sign) {
    return switch (sign) {
      case TYPING -> own.hides(Hidden.TYPING);
      case LOOKING -> own.hides(Hidden.PRESENCE) || own.hides(Hidden.READING);
      case UNKNOWN -> false;
    };
  }
}

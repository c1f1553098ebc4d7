package hearth.server.chat;

import hearth.protocol.Request.SetBlocked;
import hearth.protocol.Request.SetHidden;
import hearth.protocol.Request.SetName;
import hearth.protocol.Request.SetQuiet;
import hearth.protocol.Request.SetStatus;
import hearth.protocol.Response;
import hearth.protocol.UserId;
import hearth.server.names.NameKey;
import hearth.server.store.Profile;
import hearth.server.store.Store;
import hearth.server.store.Work;
import hearth.server.store.Write;
import java.util.function.Consumer;

/// Handles what people set of themselves. Safe from any thread; never waits.
final class ProfileHandlers {
  private final Store store;
  private final Publisher publisher;
  private final SessionLifecycle lifecycle;

  ProfileHandlers(Store store, Publisher publisher, SessionLifecycle lifecycle) {
    this.store = store;
    this.publisher = publisher;
    this.lifecycle = lifecycle;
  }

  void setName(RequestContext context, SetName request) {
    UserId me = context.user();
    String key = NameKey.of(request.name());
    set(context, tx -> tx.setName(me, request.name(), key));
  }

  void setStatus(RequestContext context, SetStatus request) {
    UserId me = context.user();
    set(context, tx -> tx.setStatus(me, request.text(), request.until()));
  }

  void setQuiet(RequestContext context, SetQuiet request) {
    UserId me = context.user();
    set(context, tx -> tx.setQuiet(me, request.until()));
  }

  void setHidden(RequestContext context, SetHidden request) {
    UserId me = context.user();
    set(context, tx -> tx.hide(me, request.what(), request.on()));
  }

  /// Only the person's own devices hear of it.
  void setBlocked(RequestContext context, SetBlocked request) {
    UserId me = context.user();
    set(context, tx -> tx.block(me, request.user(), request.on()), lifecycle::changedForThemselves);
  }

  private void set(RequestContext context, Write<Profile> write) {
    set(context, write, lifecycle::changed);
  }

  /// The response comes after the notification.
  private void set(RequestContext context, Write<Profile> write, Consumer<Profile> told) {
    store.submit(
        new Work(context.user(), 1),
        write,
        context.whenCommitted(
            profile -> {
              told.accept(profile);
              publisher.atEndOfTurn(() -> context.answer(new Response.Done()));
            }));
  }
}

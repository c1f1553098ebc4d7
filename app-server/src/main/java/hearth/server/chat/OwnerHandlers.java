package hearth.server.chat;

import hearth.protocol.Request.DeleteChat;
import hearth.protocol.Request.DeleteUser;
import hearth.protocol.Response;
import hearth.protocol.UserId;
import hearth.server.store.Store;
import hearth.server.store.Views;
import hearth.server.store.Work;
import hearth.server.store.WriteTransaction.Deletion;

/// Handles what only the owners of the server may ask. Safe from any thread; never waits.
final class OwnerHandlers {
  /// About how many rows the chats of one person take.
  private static final int REMOVAL = 100;

  private final Store store;
  private final ChatDirectory directory;
  private final EntryPublisher entries;
  private final SessionLifecycle lifecycle;

  OwnerHandlers(
      Store store, ChatDirectory directory, EntryPublisher entries, SessionLifecycle lifecycle) {
    this.store = store;
    this.directory = directory;
    this.entries = entries;
    this.lifecycle = lifecycle;
  }

  void deleteChat(RequestContext context, DeleteChat request) {
    UserId me = context.user();
    store.submit(
        tx -> tx.deleteChat(me, request.chat()),
        context.whenCommitted(
            deletion -> {
              publish(deletion);
              context.answer(new Response.Done());
            }));
  }

  void deleteUser(RequestContext context, DeleteUser request) {
    UserId me = context.user();
    store.submit(
        new Work(me, REMOVAL),
        tx -> tx.deleteUser(me, request.user()),
        context.whenCommitted(
            deletion -> {
              if (!deletion.equals(Deletion.NONE)) {
                publish(deletion);
                lifecycle.removed(request.user());
              }
              context.answer(new Response.Done());
            }));
  }

  private void publish(Deletion deletion) {
    deletion.entries().forEach(entry -> entries.publish(entry, Views.NONE));
    deletion.chats().forEach(directory::close);
  }
}

package hearth.client;

import hearth.client.link.RpcConnection;
import hearth.client.link.Scheduler;
import hearth.client.model.ChatState;
import hearth.client.model.ClientState;
import hearth.protocol.ChatId;
import hearth.protocol.Fault;
import hearth.protocol.Request;
import hearth.protocol.Response;
import java.util.HashSet;
import java.util.Set;

/// Has the server count the unread messages of chats of which the device does not hold them all.
/// Confined to the client thread.
final class UnreadRequests {
  /// Chats that are counted at the same time.
  private static final int AT_ONCE = 8;

  private final Scheduler loop;
  private final ClientState state;
  private final RpcConnection connection;
  private final Set<ChatId> asked = new HashSet<>();
  private boolean refused;

  UnreadRequests(Scheduler loop, ClientState state, RpcConnection connection) {
    this.loop = loop;
    this.state = state;
    this.connection = connection;
  }

  void connectionLost() {
    asked.clear();
    refused = false;
  }

  /// Asks for what is not known; nothing of a server that cannot count.
  void pursue() {
    for (ChatState chat : state.chats()) {
      if (refused || asked.size() >= AT_ONCE) {
        return;
      }
      if (chat.isUnreadGuessed() && asked.add(chat.id())) {
        ask(chat);
      }
    }
  }

  private void ask(ChatState chat) {
    ChatId id = chat.id();
    connection.call(
        new Request.CountUnread(id, chat.readTo()),
        RpcConnection.ResponseHandler.of(
            (response, refusal) -> {
              if (refusal != null && refusal.isTransient()) {
                loop.after(RpcConnection.pauseAfter(refusal), () -> asked.remove(id));
                return;
              }
              if (response instanceof Response.Unread counted) {
                asked.remove(id);
                state.counted(counted);
              } else if (refusal != null && refusal.fault() == Fault.METHOD_UNKNOWN) {
                refused = true;
              }
            }));
  }
}

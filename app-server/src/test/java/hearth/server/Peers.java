package hearth.server;

import hearth.protocol.ChatOverview;
import hearth.protocol.Response;

/// What answers hold. Holds no state.
final class Peers {
  private Peers() {}

  static ChatOverview opened(Response answer) {
    return ((Response.ChatOpened) answer).chat();
  }
}

package hearth.server.bench;

import hearth.protocol.ChatId;

/// A chat as the bench sees it. Confined to the thread of the [Loop].
final class Room {
  private final ChatId chat;
  private int receivers;
  private long head;

  Room(ChatId chat) {
    this.chat = chat;
  }

  ChatId chat() {
    return chat;
  }

  void enter() {
    receivers++;
  }

  /// How many connections hear of a post.
  int receivers() {
    return receivers;
  }

  /// Notes that the server says it has a message.
  void stored(long seq) {
    head = Math.max(head, seq);
  }

  /// The newest message of the bench that the server says it has.
  long head() {
    return head;
  }
}

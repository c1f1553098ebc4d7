package hearth.bench;

import hearth.protocol.ChatId;

/// A chat that the bench posts to. Confined to the thread of the [SelectorLoop].
final class BenchChat {
  private final ChatId id;
  private int receivers;
  private long head;

  BenchChat(ChatId id) {
    this.id = id;
  }

  ChatId id() {
    return id;
  }

  void addReceiver() {
    receivers++;
  }

  /// How many connections receive a post.
  int receivers() {
    return receivers;
  }

  /// Notes that the server has acknowledged a post.
  void acknowledged(long seq) {
    head = Math.max(head, seq);
  }

  /// The highest seq that the server has acknowledged to the bench.
  long head() {
    return head;
  }
}

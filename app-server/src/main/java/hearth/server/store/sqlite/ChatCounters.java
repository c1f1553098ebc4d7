package hearth.server.store.sqlite;

import hearth.protocol.ChatId;

/// What each post needs to know about its chat without reading the disk: the highest seq and the
/// slow mode. Confined to the commit thread.
final class ChatCounters {
  private final TransactionalMap seqs = new TransactionalMap();
  private final TransactionalMap slowModes = new TransactionalMap();

  void load(ChatId chat, long head, int slowModeSeconds) {
    seqs.load(chat, head);
    slowModes.load(chat, slowModeSeconds);
  }

  long head(ChatId chat) {
    return seqs.get(chat);
  }

  void advance(ChatId chat, long head) {
    seqs.set(chat, head);
  }

  int slowMode(ChatId chat) {
    return (int) slowModes.get(chat);
  }

  void setSlowMode(ChatId chat, int seconds) {
    slowModes.set(chat, seconds);
  }

  void commit() {
    seqs.commit();
    slowModes.commit();
  }

  void rollBack() {
    seqs.rollBack();
    slowModes.rollBack();
  }
}

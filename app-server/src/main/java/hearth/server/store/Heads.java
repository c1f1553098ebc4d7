package hearth.server.store;

import hearth.protocol.ChatId;

/// What every post needs to know of its chat, without asking the disk: the highest seq, and the
/// slow mode. Confined to the commit thread.
final class Heads {
  private final Overlay seqs = new Overlay();
  private final Overlay slowModes = new Overlay();

  void load(ChatId chat, long head, int slowModeSeconds) {
    seqs.load(chat, head);
    slowModes.load(chat, slowModeSeconds);
  }

  long of(ChatId chat) {
    return seqs.of(chat);
  }

  void advance(ChatId chat, long head) {
    seqs.set(chat, head);
  }

  int slowMode(ChatId chat) {
    return (int) slowModes.of(chat);
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

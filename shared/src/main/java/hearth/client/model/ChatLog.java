package hearth.client.model;

import hearth.client.store.LogWindow;
import hearth.protocol.Entry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How much of one chat's log the device holds: a cursor without gaps beside the highest seq heard
/// of. Confined to the client thread.
public final class ChatLog {
  private @Nullable LogWindow window;
  private long head;

  ChatLog(@Nullable LogWindow window, long head) {
    this.window = window;
    this.head = Math.max(head, tail());
  }

  @Nullable LogWindow window() {
    return window;
  }

  /// The last seq that the device holds; 0 for none.
  public long tail() {
    return window == null ? 0 : window.to();
  }

  /// The highest seq heard of.
  public long head() {
    return head;
  }

  /// When the entry at the tail was committed; null where nothing is held.
  public @Nullable Instant tailAt() {
    return window == null ? null : window.at();
  }

  /// Whether the log goes on behind what is held, or what is held has to be replaced.
  public boolean behind() {
    return tail() < head || mustResync();
  }

  /// Whether what is held is not to be continued: nothing is held, or it is another log.
  public boolean mustResync() {
    return window == null ? head > 0 : window.stale();
  }

  void heardOf(long seq) {
    head = Math.max(head, seq);
  }

  /// The server says where its log ends. One that ends earlier, or in another entry than the one
  /// held at that place, is not the log that was known.
  ///
  /// @param at when the entry at `seq` was committed
  void serverEndsAt(long seq, Instant at) {
    LogWindow held = window;
    if (held != null && (held.to() > seq || endsElsewhere(held, seq, at))) {
      window = held.staled();
    }
    head = seq;
  }

  private static boolean endsElsewhere(LogWindow held, long seq, Instant at) {
    return held.to() == seq && seq > 0 && held.at() != null && !held.at().equals(at);
  }

  /// The server's log is not the one that was known.
  void replaced() {
    LogWindow held = window;
    if (held != null) {
      window = held.staled();
    }
  }

  /// Whether an entry continues what is held. The very first entry of a log begins it.
  boolean follows(Entry entry) {
    LogWindow held = window;
    return held == null ? entry.seq() == 1 : !held.stale() && entry.seq() == held.to() + 1;
  }

  /// Moves the tail to an entry that follows.
  LogWindow advance(Entry entry) {
    LogWindow held = window;
    LogWindow moved =
        held == null
            ? new LogWindow(1, entry.seq(), entry.at(), false)
            : held.extendedTo(entry.seq(), entry.at());
    window = moved;
    heardOf(entry.seq());
    return moved;
  }

  /// Begins again with another stretch.
  void restart(LogWindow fresh) {
    window = fresh;
    heardOf(fresh.to());
  }

  /// Goes further back.
  LogWindow reachBack(LogWindow held, long from) {
    LogWindow moved = held.extendedFrom(from);
    window = moved;
    return moved;
  }

  /// The server's log ends where ours does, whatever was heard.
  public void settle() {
    head = tail();
  }
}

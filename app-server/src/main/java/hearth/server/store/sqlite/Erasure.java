package hearth.server.store.sqlite;

import hearth.protocol.ChatId;

/// Takes what was deleted out of the file. A chat is gone at once, for everybody; its log, which
/// may be long, is overwritten in pieces that go among the writes of others, and go on after a
/// restart. Confined to the commit thread.
final class Erasure {
  /// Entries of one piece; about as much work as a group of a thousand.
  static final int PIECE = 500;

  private final Tables tables;
  private final ChatCounters counters;
  private final QuotaGuard quotas;
  private final Runnable overwritten;
  private boolean moreLater;
  private boolean due;

  /// Goes on with what is not erased yet.
  ///
  /// @param overwritten run when something was overwritten that must leave the write-ahead log too
  Erasure(Tables tables, ChatCounters counters, QuotaGuard quotas, Runnable overwritten) {
    this.tables = tables;
    this.counters = counters;
    this.quotas = quotas;
    this.overwritten = overwritten;
    due = tables.chats().erasing().isPresent();
  }

  /// Something was overwritten that must leave the write-ahead log too.
  void overwritten() {
    overwritten.run();
  }

  void deleteChat(ChatId chat) {
    int members = tables.members().removeAll(chat);
    tables.personal().preferences().removeAll(chat);
    tables.chats().markDeleted(chat);
    tables.aliases().forget(chat);
    counters.remove(chat);
    quotas.chatDeleted(members);
    moreLater = true;
    overwritten.run();
  }

  /// Erases one piece, if there is anything to erase.
  boolean erasePiece() {
    tables
        .chats()
        .erasing()
        .ifPresent(
            chat -> {
              long end = tables.entries().pieceEnd(chat, PIECE);
              tables.rows().removeUpTo(chat, end);
              if (!tables.entries().removeUpTo(chat, end)) {
                tables.personal().mentions().removeAll(chat);
                tables.chats().erased(chat);
                overwritten.run();
              }
              moreLater = true;
            });
    return true;
  }

  /// Whether a piece is to be erased now.
  boolean isDue() {
    return due;
  }

  /// A piece was queued.
  void queued() {
    due = false;
  }

  /// What a rollback undid is tried again after the next commit, not at once: the disk may be full.
  void commit() {
    due |= moreLater;
    moreLater = false;
  }
}

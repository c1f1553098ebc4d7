package hearth.client.model;

import hearth.client.store.LocalStore;
import hearth.client.store.LogWindow;
import hearth.protocol.Action;
import hearth.protocol.Entry;
import hearth.protocol.Limits;
import hearth.protocol.Page;
import hearth.protocol.Preferences;
import hearth.protocol.Response;
import hearth.protocol.Row;
import hearth.protocol.SendId;
import hearth.protocol.UserId;
import java.time.InstantSource;
import java.util.List;

/// Folds entries of the log into the rows that the device holds, and with them into the chat's
/// state and its open timeline. Confined to the client thread.
final class LogFold {
  private final LocalStore store;
  private final Outbox outbox;
  private final Timelines timelines;
  private final InstantSource clock;
  private final Blocks blocks;
  private final PagesInFlight pages = new PagesInFlight();
  private final HistoryFold history;

  LogFold(
      LocalStore store, Outbox outbox, Timelines timelines, InstantSource clock, Blocks blocks) {
    this.store = store;
    this.outbox = outbox;
    this.timelines = timelines;
    this.clock = clock;
    this.blocks = blocks;
    history = new HistoryFold(store, timelines, pages);
  }

  HistoryFold history() {
    return history;
  }

  /// Folds in a stretch of the log, up to the entry by which this person leaves the chat.
  ///
  /// @return whether this person has left the chat
  boolean append(ChatState chat, List<Entry> stretch) {
    for (Entry entry : stretch) {
      if (chat.log().follows(entry)) {
        store.saveWindow(chat.id(), chat.log().advance(entry));
        fold(chat, entry);
        if (entry.action() instanceof Action.RemoveMember(UserId gone) && gone.equals(chat.me())) {
          return true;
        }
      }
    }
    outbox.logReached(chat.id(), chat.log().tail());
    return false;
  }

  private void fold(ChatState chat, Entry entry) {
    saveRow(chat, entry);
    chat.append(entry, clock.instant());
    pages.folded(entry);
    Timeline timeline = timelines.of(chat.id());
    if (timeline != null) {
      timeline.append(entry);
    }
    SendId sendId = entry.sendId();
    if (sendId != null && entry.author().equals(chat.me())) {
      outbox.remove(sendId);
      chat.moveMarker(chat.me(), entry.seq(), 0);
    }
    boolean changes =
        entry.action() instanceof Action.Delete || entry.action() instanceof Action.Edit;
    if (changes && entry.target() > chat.readTo()) {
      recountUnread(chat);
    }
  }

  private void saveRow(ChatState chat, Entry entry) {
    if (entry.standsAlone()) {
      store.saveRows(chat.id(), List.of(Row.of(entry)));
    } else if (entry.action() instanceof Action.Unknown) {
      store.saveUnknown(entry);
    } else {
      store
          .row(chat.id(), entry.target())
          .map(row -> row.after(entry))
          .ifPresent(row -> store.saveRows(chat.id(), List.of(row)));
    }
  }

  /// Forgets what the device holds of a chat's log and goes on from these newest rows.
  void restart(ChatState chat, Page newest) {
    List<Row> rows = newest.rows();
    boolean knowsEnd = !rows.isEmpty() && rows.getLast().seq() == newest.to();
    store.forgetRows(chat.id());
    store.removeUnknown(chat.id());
    store.saveRows(chat.id(), rows);
    chat.log()
        .restart(
            new LogWindow(
                newest.from(), newest.to(), knowsEnd ? rows.getLast().at() : null, false));
    saveWindow(chat);
    if (chat.unreadTo() < newest.to()) {
      recountUnread(chat);
    }
    rows.forEach(row -> removeSent(chat, row));
    outbox.logReached(chat.id(), newest.to());
    timelines.reopen(chat);
  }

  /// What a row shows need not be sent any more.
  private void removeSent(ChatState chat, Row row) {
    SendId sendId = row.entry().sendId();
    if (sendId != null && row.author().equals(chat.me())) {
      outbox.remove(sendId);
    }
  }

  /// What is held of a chat's log is to be fetched again.
  void replaceLog(ChatState chat) {
    chat.log().replaced();
    saveWindow(chat);
  }

  void saveWindow(ChatState chat) {
    LogWindow window = chat.log().window();
    if (window != null) {
      store.saveWindow(chat.id(), window);
    }
  }

  /// Counts the unread messages where the device holds them all; else only the server can.
  void recountUnread(ChatState chat) {
    LogWindow held = chat.log().window();
    if (held != null && !held.stale() && held.from() <= chat.readTo() + 1) {
      Count all = unreadFrom(chat, chat.readTo() + 1);
      chat.setUnread(all.messages, all.mentions, chat.log().tail());
    } else {
      chat.guessUnread();
    }
  }

  /// Takes what the person has set for themselves in a chat.
  void setPreferences(ChatState chat, Preferences now) {
    chat.setPreferences(now, timelines.isOpen(chat.id()));
    countMarked(chat);
  }

  /// Counts what the person has read and marked as unread, as far as the device holds it.
  void countMarked(ChatState chat) {
    long mark = chat.preferences().unreadFrom();
    if (mark > 0 && mark <= chat.readTo()) {
      Count all = unreadFrom(chat, mark);
      chat.setMarked(all.messages - unreadFrom(chat, chat.readTo() + 1).messages);
    }
  }

  /// Takes the server's count of messages of others between two seqs.
  void counted(ChatState chat, Response.Unread counted) {
    if (chat.readTo() == counted.after()) {
      Count later = unreadFrom(chat, counted.to() + 1);
      chat.setUnread(
          counted.count() + later.messages,
          counted.mentions() + later.mentions,
          Math.max(counted.to(), chat.log().tail()));
    }
  }

  /// Messages of others among the rows that the device holds from a seq on.
  private Count unreadFrom(ChatState chat, long seq) {
    Count count = new Count(0, 0);
    long from = seq;
    while (count.messages < Limits.UNREAD) {
      List<Row> rows = store.rowsFrom(chat.id(), from, Limits.UNREAD);
      for (Row row : rows) {
        if (!row.author().equals(chat.me())
            && row.entry().action() instanceof Action.Post post
            && !row.erased()) {
          count =
              new Count(
                  count.messages + 1,
                  count.mentions + (blocks.mentioned(chat.me(), row.author(), post) ? 1 : 0));
        }
      }
      if (rows.size() < Limits.UNREAD) {
        break;
      }
      from = rows.getLast().seq() + 1;
    }
    return count;
  }

  private record Count(int messages, int mentions) {}
}

package hearth.client.model;

import hearth.client.store.LocalStore;
import hearth.client.store.LogWindow;
import hearth.protocol.ChatId;
import hearth.protocol.Page;
import hearth.protocol.Row;
import hearth.protocol.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The timelines that a front end has open, filled from the [LocalStore] and from the server's
/// pages, and the differences to what was last told of them. Confined to the client thread.
public final class Timelines {
  /// Rows that a timeline opens with, and rows of one step back or forth.
  public static final int WINDOW = 100;

  /// Most rows that a timeline opens with to reach the first unread one.
  private static final int WIDEST_WINDOW = 1_000;

  private final LocalStore store;
  private final Outbox outbox;
  private final UserId me;
  private final Map<ChatId, Open> open = new HashMap<>();
  private final Set<ChatId> touched = new HashSet<>();

  Timelines(LocalStore store, Outbox outbox, UserId me) {
    this.store = store;
    this.outbox = outbox;
    this.me = me;
  }

  @Nullable Timeline of(ChatId chat) {
    Open known = open.get(chat);
    return known == null ? null : known.timeline;
  }

  public boolean isOpen(ChatId chat) {
    return open.containsKey(chat);
  }

  /// Something that the chat's timeline shows may be another.
  void touch(ChatId chat) {
    touched.add(chat);
  }

  /// A request for more rows has ended: how far the timeline reaches is told in any case.
  public void requestEnded(ChatId chat) {
    Open known = open.get(chat);
    if (known != null) {
      known.reach = null;
      touch(chat);
    }
  }

  /// Opens a chat's timeline at its end, wide enough to show the first unread message.
  void openAtEnd(ChatId chat, ChatLog log, long readTo) {
    LogWindow held = log.window();
    Open opened = new Open(new Timeline(me));
    open.put(chat, opened);
    if (held != null) {
      long unseen = held.to() - Math.max(readTo, held.from() - 1) + WINDOW / 2;
      int width = Math.clamp(unseen, WINDOW, WIDEST_WINDOW);
      List<Row> rows = store.rowsBefore(chat, held.to() + 1, width);
      opened.timeline.reset(fromOf(rows, width, held), held.to(), rows, true);
    }
    begin(chat, opened, 0);
  }

  /// Begins an open timeline again, at its end.
  void reopen(ChatId chat, ChatLog log, long readTo) {
    if (open.containsKey(chat)) {
      openAtEnd(chat, log, readTo);
    }
  }

  private static long fromOf(List<Row> rows, int wanted, LogWindow held) {
    return rows.size() < wanted ? held.from() : rows.getFirst().seq();
  }

  /// Moves an open timeline to a row of the stretch that the device holds.
  ///
  /// @return whether the device holds that place
  public boolean jumpInStore(ChatId chat, ChatLog log, long seq) {
    LogWindow held = log.window();
    Open known = open.get(chat);
    if (known == null || held == null || seq < held.from() || seq > held.to()) {
      return false;
    }
    if (!known.timeline.contains(seq)) {
      List<Row> before = store.rowsBefore(chat, seq, WINDOW / 2);
      List<Row> after = store.rowsFrom(chat, seq, WIDEST_WINDOW);
      List<Row> all = new ArrayList<>(before);
      all.addAll(after);
      boolean last = after.size() < WIDEST_WINDOW;
      long to = last ? held.to() : after.getLast().seq();
      known.timeline.reset(fromOf(before, WINDOW / 2, held), to, all, last);
    }
    begin(chat, known, seq);
    return true;
  }

  /// Moves an open timeline to a row of the server's page.
  ///
  /// @return whether the page has the row
  boolean jumpToPage(ChatId chat, ChatLog log, Page page, long seq) {
    Open known = open.get(chat);
    if (known == null || page.rows().stream().noneMatch(row -> row.seq() == seq)) {
      return false;
    }
    known.timeline.quote(page.quoted());
    known.timeline.reset(page.from(), page.to(), page.rows(), page.to() >= log.tail());
    begin(chat, known, seq);
    return true;
  }

  public void close(ChatId chat) {
    open.remove(chat);
    touched.remove(chat);
  }

  /// Extends an open timeline backwards from the store.
  ///
  /// @return the seq before which the server has to be asked; 0 where the device had enough, or
  ///   there is nothing to extend
  public long olderFromStore(ChatId chat, ChatLog log) {
    Open known = open.get(chat);
    if (known == null || known.timeline.from() <= 1 || known.timeline.to() == 0) {
      return 0;
    }
    long before = known.timeline.from();
    LogWindow held = log.window();
    if (held == null || held.from() >= before || held.to() < before - 1) {
      return before;
    }
    List<Row> rows = store.rowsBefore(chat, before, WINDOW);
    known.timeline.extend(fromOf(rows, WINDOW, held), before - 1, rows);
    touch(chat);
    return 0;
  }

  /// Extends an open timeline forwards from the store.
  ///
  /// @return the seq after which the server has to be asked; -1 where the device had enough, or
  ///   there is nothing to extend
  public long newerFromStore(ChatId chat, ChatLog log) {
    Open known = open.get(chat);
    if (known == null || known.timeline.reach().last()) {
      return -1;
    }
    long after = known.timeline.to();
    LogWindow held = log.window();
    if (held == null || held.from() > after + 1) {
      return after;
    }
    List<Row> rows = store.rowsFrom(chat, after + 1, WINDOW);
    boolean last = rows.size() < WINDOW;
    known.timeline.extend(after + 1, last ? held.to() : rows.getLast().seq(), rows);
    if (last) {
      known.timeline.reachLast();
    }
    touch(chat);
    return -1;
  }

  /// Takes a page of the server's into an open timeline.
  ///
  /// @return whether it reaches further now
  boolean extend(ChatId chat, ChatLog log, Page page) {
    Timeline timeline = of(chat);
    if (timeline == null) {
      return false;
    }
    Change.Reach reach = timeline.reach();
    long from = timeline.from();
    long to = timeline.to();
    if (timeline.extend(page.from(), page.to(), page.rows())) {
      timeline.quote(page.quoted());
      if (timeline.to() >= log.tail()) {
        timeline.reachLast();
      }
      touch(chat);
    }
    return timeline.from() < from || timeline.to() > to || !timeline.reach().equals(reach);
  }

  /// Looks for quoted messages on this device.
  ///
  /// @return those that only the server can have; each is returned once per opening
  List<Long> missingQuotes(ChatId chat) {
    Open known = open.get(chat);
    if (known == null) {
      return List.of();
    }
    known.timeline.setPending(outbox.of(chat));
    List<Long> missing = new ArrayList<>();
    for (long seq : known.timeline.missingQuotes()) {
      store
          .row(chat, seq)
          .ifPresentOrElse(
              row -> {
                known.timeline.quote(List.of(row));
                touch(chat);
              },
              () -> {
                if (known.asked.add(seq)) {
                  missing.add(seq);
                }
              });
    }
    return missing;
  }

  /// The connection was lost: what was asked has to be asked again.
  public void nothingAsked() {
    open.values().forEach(known -> known.asked.clear());
  }

  void quote(ChatId chat, List<Row> rows) {
    Timeline timeline = of(chat);
    if (timeline != null) {
      timeline.quote(rows);
      touch(chat);
    }
  }

  private void begin(ChatId chat, Open opened, long focus) {
    opened.begins = true;
    opened.focus = focus;
    touch(chat);
  }

  /// The chats whose timelines may be other than they were told.
  Set<ChatId> touched() {
    return Set.copyOf(touched);
  }

  /// Tells what is other than it was told, and forgets it.
  void tell(Consumer<Change> changes) {
    for (ChatId chat : touched) {
      Open known = open.get(chat);
      if (known != null) {
        known.timeline.setPending(outbox.of(chat));
        known.tell(chat, changes);
      }
    }
    touched.clear();
  }

  /// An open timeline beside what was told of it.
  private static final class Open {
    private final Timeline timeline;
    private final Set<Long> asked = new HashSet<>();
    private List<TimelineRow> told = List.of();
    private Change.@Nullable Reach reach;
    private boolean begins = true;
    private long focus;

    Open(Timeline timeline) {
      this.timeline = timeline;
    }

    void tell(ChatId chat, Consumer<Change> changes) {
      List<TimelineRow> now = timeline.rows();
      Change.Reach reachNow = timeline.reach();
      if (begins) {
        changes.accept(new Change.TimelineReset(chat, now, reachNow, focus));
      } else {
        Splices.tell(chat, told, now, changes);
        if (!reachNow.equals(reach)) {
          changes.accept(new Change.ReachChanged(chat, reachNow));
        }
      }
      begins = false;
      told = now;
      reach = reachNow;
    }
  }
}

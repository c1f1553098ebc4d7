package hearth.client.model;

import hearth.client.store.LocalStore;
import hearth.client.store.LogWindow;
import hearth.protocol.ChatId;
import hearth.protocol.Page;
import hearth.protocol.Row;
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

  /// Stands for the end of a chat where a seq is expected.
  public static final long END = Timeline.END;

  private final LocalStore store;
  private final Outbox outbox;
  private final Map<ChatId, Open> open = new HashMap<>();
  private final Set<ChatId> touched = new HashSet<>();

  Timelines(LocalStore store, Outbox outbox) {
    this.store = store;
    this.outbox = outbox;
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

  /// Opens a chat's timeline at the first unread message, or at its end where there is none. Where
  /// the device does not hold that message, it is [#sought].
  void open(ChatState chat) {
    open(chat, new Open(new Timeline(chat.me(), chat.blocked())));
  }

  /// Begins an open timeline again. What was told stays until there is something to show instead.
  void reopen(ChatState chat) {
    Open known = open.get(chat.id());
    if (known != null) {
      Open again = new Open(new Timeline(chat.me(), chat.blocked()));
      again.silent = true;
      again.generation = known.generation + 1;
      open(chat, again);
    }
  }

  private void open(ChatState chat, Open opened) {
    ChatId id = chat.id();
    open.put(id, opened);
    LogWindow held = chat.log().window();
    long unread = chat.firstUnread();
    if (held == null) {
      begin(id, opened, 0);
    } else if (opened.timeline.end() < held.from()) {
      showEndOfServer(id, opened, 0);
    } else if (!chat.hasUnread() || unread > held.to()) {
      showEnd(id, opened, held, 0);
    } else if (unread >= held.from()) {
      around(id, opened, held, unread);
      begin(id, opened, 0);
    } else {
      if (!opened.silent) {
        around(id, opened, held, held.from());
        begin(id, opened, 0);
      }
      opened.sought = unread;
    }
  }

  private void showEnd(ChatId chat, Open opened, LogWindow held, long focus) {
    long to = Math.min(held.to(), opened.timeline.end());
    List<Row> rows = store.rowsBefore(chat, to + 1, WINDOW);
    opened.timeline.reset(fromOf(rows, WINDOW, held), held.to(), rows, true);
    begin(chat, opened, focus);
  }

  /// Shows the end of a timeline that ends before what the device holds: the server has its rows.
  private void showEndOfServer(ChatId chat, Open opened, long focus) {
    long end = opened.timeline.end();
    opened.timeline.reset(end + 1, end, List.of(), false);
    begin(chat, opened, focus);
    opened.sought = end;
  }

  /// Fills a timeline with the rows on both sides of a place that the device holds.
  private List<Row> around(ChatId chat, Open opened, LogWindow held, long seq) {
    List<Row> before = store.rowsBefore(chat, seq, WINDOW / 2);
    List<Row> after = store.rowsFrom(chat, seq, WINDOW);
    List<Row> all = new ArrayList<>(before);
    all.addAll(after);
    boolean last = after.size() < WINDOW;
    long to = last ? held.to() : after.getLast().seq();
    opened.timeline.reset(fromOf(before, WINDOW / 2, held), to, all, last);
    opened.timeline.at(seq);
    return all;
  }

  /// Where a timeline is to be that the device does not hold, and nobody has asked for yet; 0 for
  /// nowhere.
  public long sought(ChatId chat) {
    Open known = open.get(chat);
    return known == null || known.seeking ? 0 : known.sought;
  }

  /// Whether a timeline is still to be there.
  public boolean isSought(ChatId chat, long seq) {
    Open known = open.get(chat);
    return known != null && known.sought == seq;
  }

  /// What [#sought] said was asked for.
  public void seeking(ChatId chat) {
    Open known = open.get(chat);
    if (known != null) {
      known.seeking = true;
    }
  }

  /// What was sought cannot be had: shows the newest rows instead, where nothing is shown.
  void notFound(ChatState chat) {
    Open known = open.get(chat.id());
    LogWindow held = chat.log().window();
    if (known != null && known.sought > 0) {
      known.sought = 0;
      if (known.silent && held != null) {
        showEnd(chat.id(), known, held, 0);
      }
    }
  }

  /// Names one life of an open timeline: another after each jump.
  public int generation(ChatId chat) {
    Open known = open.get(chat);
    return known == null ? -1 : known.generation;
  }

  /// The person is at a row of an open timeline, or at [#END]: what is far from it may be let go.
  public void at(ChatId chat, long seq) {
    Timeline timeline = of(chat);
    if (timeline != null) {
      timeline.at(seq);
    }
  }

  private static long fromOf(List<Row> rows, int wanted, LogWindow held) {
    return rows.size() < wanted ? held.from() : rows.getFirst().seq();
  }

  /// Moves an open timeline to a place of the stretch that the device holds, or to its [#END].
  ///
  /// @return whether the device holds that place
  public boolean jumpInStore(ChatId chat, ChatLog log, long wanted) {
    LogWindow held = log.window();
    Open known = open.get(chat);
    long seq = known != null && wanted > known.timeline.end() ? END : wanted;
    if (known == null || held == null || seq < held.from() || (seq > held.to() && seq != END)) {
      return false;
    }
    if (seq == END && known.timeline.end() < held.from()) {
      showEndOfServer(chat, known, END);
    } else if (seq == END) {
      showEnd(chat, known, held, END);
    } else if (known.timeline.contains(seq)) {
      begin(chat, known, known.timeline.nearest(seq));
    } else {
      around(chat, known, held, seq);
      begin(chat, known, known.timeline.nearest(seq));
    }
    return true;
  }

  /// Moves an open timeline to a place of the server's page.
  ///
  /// @param exactly whether the row itself has to be there, and not one nearby
  /// @return whether the page has it
  boolean jumpToPage(ChatId chat, ChatLog log, Page page, long seq, boolean exactly) {
    Open known = open.get(chat);
    if (known == null) {
      return false;
    }
    long end = known.timeline.end();
    boolean there =
        page.rows().stream().anyMatch(row -> row.seq() <= end && (!exactly || row.seq() == seq));
    if (!there) {
      return false;
    }
    known.timeline.quote(page.quoted());
    known.timeline.reset(page.from(), page.to(), page.rows(), page.to() >= log.tail());
    known.timeline.at(seq);
    begin(chat, known, isSought(chat, seq) ? 0 : known.timeline.nearest(seq));
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
    for (Open known : open.values()) {
      known.asked.clear();
      known.seeking = false;
    }
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
    opened.silent = false;
    opened.sought = 0;
    opened.seeking = false;
    opened.generation++;
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
      if (known != null && !known.silent) {
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
    private boolean silent;
    private boolean seeking;
    private long focus;
    private long sought;
    private int generation;

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

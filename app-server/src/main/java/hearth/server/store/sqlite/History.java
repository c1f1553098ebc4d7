package hearth.server.store.sqlite;

import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.Content;
import hearth.protocol.Entry;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Hidden;
import hearth.protocol.Limits;
import hearth.protocol.Page;
import hearth.protocol.ReceiptTimes;
import hearth.protocol.Request;
import hearth.protocol.Response;
import hearth.protocol.Row;
import hearth.protocol.UserId;
import hearth.protocol.Version;
import hearth.server.store.sqlite.MemberTable.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads stretches of logs, as entries and as rows, bounded in number and size. Confined to the
/// thread that holds its connection, within one snapshot.
final class History {
  /// A page ends when it has as many characters as this, whole entries and rows only.
  static final int PAGE_CHARACTERS = 256 * 1024;

  private final Tables tables;
  private final Masks masks;

  History(Tables tables) {
    this.tables = tables;
    masks = new Masks(tables);
  }

  Response catchUp(ChatId chat, UserId me, long after, @Nullable Instant at) {
    var _ = masks.member(chat, me);
    long head = head(chat);
    if (after > head || head - after > Limits.CATCH_UP || isOtherLog(chat, after, at)) {
      return new Response.Resync(before(chat, head + 1, Limits.PAGE, head));
    }
    List<Entry> entries = tables.entries().after(chat, after, Limits.PAGE, PAGE_CHARACTERS);
    boolean more = !entries.isEmpty() && entries.getLast().seq() < head;
    return new Response.Entries(chat, entries, more);
  }

  private boolean isOtherLog(ChatId chat, long seq, @Nullable Instant at) {
    return at != null
        && seq > 0
        && tables.entries().bySeq(chat, seq).filter(entry -> entry.at().equals(at)).isEmpty();
  }

  Page page(ChatId chat, UserId me, Request.Side side, long seq, int limit) {
    var _ = masks.member(chat, me);
    long head = head(chat);
    return switch (side) {
      case BEFORE -> before(chat, Math.min(seq, head + 1), limit, head);
      case AFTER -> after(chat, Math.min(seq, head) + 1, limit, head);
      case AROUND -> around(chat, Math.min(seq, head + 1), limit, head);
      case UNKNOWN -> throw new FaultException(Fault.PARAMS_INVALID);
    };
  }

  private Page before(ChatId chat, long seq, int limit, long head) {
    long to = Math.max(0, Math.min(seq - 1, head));
    Older older = older(chat, to + 1, limit, PAGE_CHARACTERS);
    return withQuoted(chat, older.from, to, older.rows);
  }

  private Page after(ChatId chat, long from, int limit, long head) {
    Newer newer = newer(chat, from, limit, PAGE_CHARACTERS, head);
    return withQuoted(chat, from, newer.to, newer.rows);
  }

  private Page around(ChatId chat, long seq, int limit, long head) {
    int before = limit / 2;
    Newer newer = newer(chat, Math.max(1, seq), limit - before, PAGE_CHARACTERS / 2, head);
    if (before == 0) {
      return withQuoted(chat, Math.max(1, seq), newer.to, newer.rows);
    }
    Older older = older(chat, seq, before, PAGE_CHARACTERS / 2);
    List<Row> rows = new ArrayList<>(older.rows);
    rows.addAll(newer.rows);
    return withQuoted(chat, older.from, newer.to, rows);
  }

  /// The rows before a seq, and how far they reach without a gap.
  private Older older(ChatId chat, long seq, int limit, int characters) {
    SizeLimit<Row> page = tables.rows().before(chat, seq, limit, characters);
    List<Row> rows = page.taken().reversed();
    boolean all = rows.size() < limit && !page.isFull();
    return new Older(rows, all ? 1 : rows.getFirst().seq());
  }

  /// The rows from a seq on, and how far they reach without a gap.
  private Newer newer(ChatId chat, long from, int limit, int characters, long head) {
    SizeLimit<Row> page = tables.rows().from(chat, from, limit, characters);
    List<Row> rows = page.taken();
    boolean all = rows.size() < limit && !page.isFull();
    return new Newer(rows, all ? Math.max(head, from - 1) : rows.getLast().seq());
  }

  private Page withQuoted(ChatId chat, long from, long to, List<Row> rows) {
    Set<Long> wanted = new LinkedHashSet<>();
    for (Row row : rows) {
      if (row.entry().action() instanceof Action.Post(Content _, long replyTo, var _)
          && replyTo > 0
          && (replyTo < from || replyTo > to)) {
        wanted.add(replyTo);
      }
    }
    SizeLimit<Row> quoted = new SizeLimit<>(PAGE_CHARACTERS);
    for (long seq : wanted) {
      tables.rows().one(chat, seq).ifPresent(row -> quoted.add(row, RowTable.size(row)));
    }
    return new Page(chat, from, to, rows, quoted.taken());
  }

  /// Times never go back within a log, so halving finds one.
  Response.Place find(ChatId chat, UserId me, Instant at) {
    var _ = masks.member(chat, me);
    long low = 1;
    long high = head(chat) + 1;
    while (low < high) {
      long middle = (low + high) >>> 1;
      boolean later =
          tables.entries().bySeq(chat, middle).filter(entry -> entry.at().isBefore(at)).isEmpty();
      if (later) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return new Response.Place(chat, low);
  }

  Response.Versions versions(ChatId chat, UserId me, long seq) {
    var _ = masks.member(chat, me);
    Entry entry = tables.entries().bySeq(chat, seq).orElse(null);
    if (entry == null
        || !(entry.action() instanceof Action.Post(Content first, long _, var _))
        || first instanceof Content.Erased) {
      throw new FaultException(Fault.MESSAGE_UNKNOWN);
    }
    List<Version> versions = new ArrayList<>();
    versions.add(new Version(entry.at(), first));
    for (Entry edit : tables.entries().edits(chat, seq, 4 * PAGE_CHARACTERS)) {
      if (edit.action() instanceof Action.Edit(long _, Content content)) {
        versions.add(new Version(edit.at(), content));
      }
    }
    return new Response.Versions(chat, seq, versions);
  }

  /// When a message of one's own reached the others. Who keeps from the others what they read is
  /// told nothing of that either; what is delivered is told of nobody who hides presence. No times
  /// are kept of aliases.
  Response.Receipts receipts(ChatId chat, UserId person, long seq) {
    UserId me = masks.member(chat, person);
    List<Place> members = tables.members().places(chat, Limits.RECEIPTS + 1);
    Place own = members.stream().filter(one -> one.user().equals(me)).findFirst().orElse(null);
    boolean mine =
        tables
            .entries()
            .bySeq(chat, seq)
            .filter(entry -> entry.author().equals(me) && entry.action() instanceof Action.Post)
            .isPresent();
    if (!mine) {
      throw new FaultException(Fault.MESSAGE_UNKNOWN);
    }
    if (own == null || members.size() > Limits.RECEIPTS) {
      return new Response.Receipts(chat, seq, List.of());
    }
    return new Response.Receipts(
        chat,
        seq,
        members.stream()
            .filter(one -> !one.user().equals(me))
            .map(one -> times(one, seq, own.hides(Hidden.READING)))
            .filter(times -> times.delivered() != null || times.read() != null)
            .toList());
  }

  private static ReceiptTimes times(Place member, long seq, boolean blind) {
    return new ReceiptTimes(
        member.user(),
        member.hides(Hidden.PRESENCE) ? null : member.trail().delivered().reached(seq),
        blind || member.hides(Hidden.READING) ? null : member.trail().read().reached(seq));
  }

  private long head(ChatId chat) {
    return tables.entries().head(chat).map(EntryTable.Place::seq).orElse(0L);
  }

  private record Older(List<Row> rows, long from) {}

  private record Newer(List<Row> rows, long to) {}
}

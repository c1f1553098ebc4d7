package hearth.server.store.sqlite;

import hearth.protocol.ChatId;
import hearth.protocol.Event.Logged;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Limits;
import hearth.protocol.Reply;
import hearth.protocol.UserId;
import hearth.sqlite.Query;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

/// Reads pages of chats' logs, bounded in entries and in size. Confined to the holder of its
/// connection.
final class History {
  /// The length of the texts on a page at most, in UTF-16 units, except for a single longer entry.
  static final int PAGE_CHARACTERS = 256 * 1024;

  private final Query isMember;
  private final Query head;
  private final Query after;
  private final Query before;

  History(Connection reader) {
    isMember = new Query(reader, "SELECT 1 FROM member WHERE user = ? AND chat = ?");
    head = new Query(reader, "SELECT coalesce(max(seq), 0) FROM entry WHERE chat = ?");
    String entries = "SELECT " + EntryTable.COLUMNS + " FROM entry WHERE chat = ? AND ";
    after = new Query(reader, entries + "seq > ? ORDER BY seq LIMIT ?");
    before = new Query(reader, entries + "seq < ? ORDER BY seq DESC LIMIT ?");
  }

  Reply catchUp(ChatId chat, UserId me, long seq) {
    requireMember(chat, me);
    long newest = head.only(row -> row.getLong(1), chat.value());
    if (newest - seq > Limits.CATCH_UP) {
      return new Reply.StartAfresh(chat, last(chat, Long.MAX_VALUE, Limits.PAGE));
    }
    List<Logged> entries = page(after, chat, seq, Limits.PAGE);
    boolean more = !entries.isEmpty() && entries.getLast().seq() < newest;
    return new Reply.Page(chat, entries, more);
  }

  Reply.Page older(ChatId chat, UserId me, long seq, int limit) {
    requireMember(chat, me);
    List<Logged> entries = last(chat, seq, limit);
    return new Reply.Page(chat, entries, !entries.isEmpty() && entries.getFirst().seq() > 1);
  }

  private void requireMember(ChatId chat, UserId me) {
    if (!isMember.exists(me.value(), chat.value())) {
      throw new FaultException(Fault.CHAT_UNKNOWN);
    }
  }

  private List<Logged> last(ChatId chat, long beforeSeq, int limit) {
    return page(before, chat, beforeSeq, limit).reversed();
  }

  private static List<Logged> page(Query query, ChatId chat, long seq, int limit) {
    List<Logged> entries = new ArrayList<>();
    int[] room = {PAGE_CHARACTERS};
    query.visit(
        row -> {
          room[0] -= row.getString(7).length();
          if (room[0] < 0 && !entries.isEmpty()) {
            return false;
          }
          return entries.add(EntryTable.read(row));
        },
        chat.value(),
        seq,
        limit);
    return entries;
  }
}

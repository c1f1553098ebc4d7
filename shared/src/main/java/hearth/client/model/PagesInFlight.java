package hearth.client.model;

import hearth.client.link.BreachException;
import hearth.protocol.ChatId;
import hearth.protocol.Entry;
import hearth.protocol.Page;
import hearth.protocol.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Pages that were asked for and have not come: an entry that comes before the page may change a
/// row that the page shows without it. Confined to the client thread.
final class PagesInFlight {
  /// Most entries of a chat that come before a page that was asked for.
  private static final int OVERTAKING = 10_000;

  private final Map<ChatId, Integer> asked = new HashMap<>();
  private final Map<ChatId, List<Entry>> overtaking = new HashMap<>();

  void asked(ChatId chat) {
    asked.merge(chat, 1, Integer::sum);
  }

  /// An entry was folded in.
  ///
  /// @throws BreachException where too many have overtaken a page
  void folded(Entry entry) {
    if (!entry.standsAlone() && asked.containsKey(entry.chat())) {
      List<Entry> before = overtaking.computeIfAbsent(entry.chat(), _ -> new ArrayList<>());
      if (before.size() == OVERTAKING) {
        throw new BreachException("a page does not come, and entries without end do");
      }
      before.add(entry);
    }
  }

  /// A page came: its rows with what has overtaken it.
  Page arrived(Page page) {
    List<Entry> entries = overtaking.getOrDefault(page.chat(), List.of());
    return new Page(
        page.chat(),
        page.from(),
        page.to(),
        folded(page.rows(), entries),
        folded(page.quoted(), entries));
  }

  private static List<Row> folded(List<Row> rows, List<Entry> entries) {
    return rows.stream()
        .map(
            row -> {
              Row now = row;
              for (Entry entry : entries) {
                now = now.after(entry);
              }
              return now;
            })
        .toList();
  }

  /// A request has ended, whatever came of it.
  void ended(ChatId chat) {
    Integer left = asked.computeIfPresent(chat, (_, count) -> count > 1 ? count - 1 : null);
    if (left == null) {
      overtaking.remove(chat);
    }
  }
}

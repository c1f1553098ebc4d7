package hearth.bench.history;

import hearth.bench.history.Anomaly.Kind;
import hearth.bench.history.History.Heard;
import hearth.protocol.Entry;
import hearth.protocol.Notification.EntryAppended;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Judges what was told unasked: it is in the log, and each connection heard every entry from its
/// first on. Confined to the thread that made it.
final class HearingCheck {
  private final History history;
  private final WrittenLog log;

  HearingCheck(History history, WrittenLog log) {
    this.history = history;
    this.log = log;
  }

  void check(List<Anomaly> found) {
    Map<Integer, Long> lastOf = new HashMap<>();
    for (Heard heard : history.heard()) {
      if (heard.notification() instanceof EntryAppended(Entry entry)) {
        if (log.entry(entry.seq()) == null) {
          found.add(new Anomaly(Kind.LOST, "told: " + entry));
        } else if (!log.holds(entry)) {
          found.add(new Anomaly(Kind.DIFFERS, "told: " + entry));
        }
        Long last = lastOf.put(heard.connection(), entry.seq());
        if (last != null && entry.seq() <= last) {
          found.add(new Anomaly(Kind.DUPLICATE, "told " + entry.seq() + " after " + last));
        } else if (last != null && entry.seq() != last + 1) {
          found.add(new Anomaly(Kind.MISSED, "told " + entry.seq() + " after " + last));
        }
      }
    }
  }
}

package hearth.bench.history;

import java.util.ArrayList;
import java.util.List;

/// Judges a history: one order for all, nothing lost, nothing twice, nothing that nobody asked for,
/// readings that show what was written before, markers that never go back, and rows that are what
/// the log comes to. Holds no state.
public final class HistoryChecker {
  private HistoryChecker() {}

  /// All broken promises; none in a sound history.
  public static List<Anomaly> check(History history) {
    WrittenLog log = new WrittenLog(history);
    Acknowledged acknowledged = new Acknowledged(history, log);
    List<Anomaly> found = new ArrayList<>();
    new LogCheck(history, log).check(found);
    new ReadingCheck(history, log, acknowledged).check(found);
    new HearingCheck(history, log).check(found);
    new MarkerCheck(history, log).check(found);
    return found;
  }
}

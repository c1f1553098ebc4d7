package hearth.bench.history;

import hearth.bench.history.Anomaly.Kind;
import hearth.bench.history.History.Heard;
import hearth.protocol.Marker;
import hearth.protocol.Notification.MarkerMoved;
import hearth.protocol.Request.MarkDelivered;
import hearth.protocol.Request.MarkRead;
import hearth.protocol.Response.Done;
import hearth.protocol.UserId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Judges the markers: never back, never beyond the log, and none that was answered is lost.
/// Confined to the thread that made it.
final class MarkerCheck {
  private final History history;
  private final WrittenLog log;

  MarkerCheck(History history, WrittenLog log) {
    this.history = history;
    this.log = log;
  }

  void check(List<Anomaly> found) {
    checkHeard(found);
    for (Operation operation : history.operations()) {
      boolean done = operation.answer(Done.class).isPresent();
      if (done && operation.request() instanceof MarkRead(var _, long seq)) {
        needAtLeast(operation.client(), seq, seq, found);
      } else if (done && operation.request() instanceof MarkDelivered(var _, long seq)) {
        needAtLeast(operation.client(), seq, 0, found);
      }
    }
    history.truth().markers().listed().forEach(marker -> checkHead(marker, found));
  }

  /// A client marks only what it has seen.
  private void needAtLeast(UserId client, long delivered, long read, List<Anomaly> found) {
    Marker last = history.truth().markers().of(client);
    if (last.delivered() < delivered || last.read() < read) {
      found.add(new Anomaly(Kind.MARKER_LOST, last + " after " + delivered + " and " + read));
    }
  }

  private void checkHeard(List<Anomaly> found) {
    Map<Seen, Marker> lastOf = new HashMap<>();
    for (Heard heard : history.heard()) {
      if (heard.notification() instanceof MarkerMoved(var _, Marker marker)) {
        Marker last = lastOf.put(new Seen(heard.connection(), marker.user()), marker);
        if (last != null && isBefore(marker, last)) {
          found.add(new Anomaly(Kind.MARKER_WENT_BACK, marker + " after " + last));
        }
        if (isBefore(history.truth().markers().of(marker.user()), marker)) {
          found.add(new Anomaly(Kind.MARKER_LOST, "told: " + marker));
        }
        checkHead(marker, found);
      }
    }
  }

  private static boolean isBefore(Marker one, Marker other) {
    return one.delivered() < other.delivered() || one.read() < other.read();
  }

  private void checkHead(Marker marker, List<Anomaly> found) {
    if (marker.delivered() > log.head() || marker.read() > marker.delivered()) {
      found.add(new Anomaly(Kind.MARKER_AHEAD, marker + ", the log ends at " + log.head()));
    }
  }

  /// Who saw whose marker.
  private record Seen(int connection, UserId user) {}
}

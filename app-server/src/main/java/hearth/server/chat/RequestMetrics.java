package hearth.server.chat;

import hearth.protocol.Fault;
import hearth.server.metrics.Event;
import hearth.server.metrics.Metrics;
import hearth.server.store.StoreException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/// What is counted of requests: who joined and came back, and refusals by cause. Safe from any
/// thread.
public final class RequestMetrics {
  /// So many refusals of one cause within a minute are no person's mistakes any more.
  private static final int BURST = 20;

  private final Metrics metrics;
  private final Event joined;
  private final LongAdder resumed;
  private final Event notRead;
  private final Map<Fault, Event> refused = new EnumMap<>(Fault.class);

  /// Names them.
  public RequestMetrics(Metrics metrics) {
    this.metrics = metrics;
    joined = metrics.event("people.joined", "People joined");
    resumed = metrics.counter("people.resumed");
    notRead = metrics.event("store.unread", "The store could not be read");
    for (Fault fault : Fault.values()) {
      boolean own = fault == Fault.STORE_FAILED || fault == Fault.SERVER_BUSY;
      refused.put(
          fault,
          metrics.burst(
              "requests.refused." + fault.name().toLowerCase(Locale.ROOT),
              "Requests refused with " + fault,
              own ? 1 : BURST));
    }
  }

  void joined() {
    joined.happened();
  }

  void resumed() {
    resumed.increment();
  }

  void refused(Fault why) {
    Objects.requireNonNull(refused.get(why)).happened();
  }

  void notRead(StoreException failed) {
    notRead.happened(String.valueOf(failed.getMessage()));
  }

  void bug(long connection, Throwable bug) {
    metrics.bug("A bug on connection " + connection, bug);
  }
}

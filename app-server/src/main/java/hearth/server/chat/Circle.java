package hearth.server.chat;

import hearth.protocol.Event;
import hearth.protocol.Frame;
import hearth.server.net.Packet;
import hearth.server.session.Session;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Sessions that are told the same. What is told is gathered until the publisher has done all that
/// waits, and then goes to each session in one packet, encoded once. Confined to the publishing
/// thread.
final class Circle {
  /// What is gathered is told when it is longer than this, in bytes.
  private static final int GATHERED = 64 * 1024;

  private final Publisher publisher;
  private final Collection<Session> sessions;
  private final List<Packet> gathered = new ArrayList<>();
  private final Map<Object, Event> passing = new LinkedHashMap<>();
  private int gatheredBytes;
  private boolean due;

  /// A circle.
  ///
  /// @param sessions who is in it; changes with who comes and goes
  Circle(Publisher publisher, Collection<Session> sessions) {
    this.publisher = publisher;
    this.sessions = sessions;
  }

  /// Tells an event after those before it.
  void tell(Event event) {
    gather(event);
    if (gatheredBytes > GATHERED) {
      tellNow();
    } else {
      tellAtEnd();
    }
  }

  /// Tells an event unless another of the same key overtakes it: of a state that passes only the
  /// last is worth a word.
  void tellLast(Object key, Event event) {
    passing.put(key, event);
    tellAtEnd();
  }

  /// Tells some of the circle at once, after what was gathered before.
  void tellSome(Predicate<Session> whom, Event event) {
    tellNow();
    Packet packet = Packet.of(new Frame.Notice(event));
    for (Session session : sessions) {
      if (whom.test(session)) {
        session.send(packet);
      }
    }
  }

  private void gather(Event event) {
    Packet packet = Packet.of(new Frame.Notice(event));
    gathered.add(packet);
    gatheredBytes += packet.size();
  }

  private void tellAtEnd() {
    if (!due) {
      due = true;
      publisher.atEnd(
          () -> {
            due = false;
            tellNow();
          });
    }
  }

  private void tellNow() {
    passing.values().forEach(this::gather);
    passing.clear();
    if (gathered.isEmpty()) {
      return;
    }
    Packet packet = Packet.of(gathered);
    gathered.clear();
    gatheredBytes = 0;
    for (Session session : sessions) {
      session.send(packet);
    }
  }
}

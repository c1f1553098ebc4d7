package hearth.server.chat;

import hearth.protocol.Event;
import hearth.protocol.Frame;
import hearth.server.net.Packet;
import hearth.server.session.Recipient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Those who are told the same. What is told is gathered until the publisher has done all that
/// waits, and then goes to each in one packet, encoded once. Confined to the publishing thread.
final class Circle {
  /// What is gathered is told when it is longer than this, in bytes.
  private static final int GATHERED = 64 * 1024;

  private final Publisher publisher;
  private final Collection<? extends Recipient> recipients;
  private final List<Packet> gathered = new ArrayList<>();
  private final Map<Object, Event> passing = new LinkedHashMap<>();
  private int gatheredBytes;
  private boolean due;

  /// A circle.
  ///
  /// @param recipients who is in it; changes with who comes and goes
  Circle(Publisher publisher, Collection<? extends Recipient> recipients) {
    this.publisher = publisher;
    this.recipients = recipients;
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

  /// Forgets a state that was to be told, because what is told now has overtaken it.
  void forget(Object key) {
    passing.remove(key);
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
    for (Recipient recipient : recipients) {
      recipient.send(packet);
    }
  }
}

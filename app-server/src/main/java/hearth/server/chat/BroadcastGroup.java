package hearth.server.chat;

import hearth.protocol.Frame;
import hearth.protocol.Notification;
import hearth.protocol.Notification.MarkerMoved;
import hearth.server.net.Packet;
import hearth.server.session.Recipient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Recipients of the same notifications. Notifications are collected until the publisher has run
/// all waiting tasks, and then sent to each recipient in one packet, encoded once. Confined to the
/// publishing thread.
final class BroadcastGroup {
  /// What is collected is sent at once when it is longer than this, in bytes.
  private static final int MAX_COLLECTED = 64 * 1024;

  private final Publisher publisher;
  private final Collection<? extends Recipient> recipients;
  private final List<Packet> collected = new ArrayList<>();
  private final Map<Object, Notification> ephemeral = new LinkedHashMap<>();
  private int collectedBytes;
  private boolean scheduled;

  /// A group.
  ///
  /// @param recipients its current recipients; the caller adds and removes them
  BroadcastGroup(Publisher publisher, Collection<? extends Recipient> recipients) {
    this.publisher = publisher;
    this.recipients = recipients;
  }

  /// Publishes a notification after those before it.
  void publish(Notification notification) {
    collect(notification);
    if (collectedBytes > MAX_COLLECTED) {
      sendNow();
    } else {
      scheduleSend();
    }
  }

  /// Publishes an ephemeral notification: if several of the same key are published in one turn,
  /// only the last is sent.
  void publishLatest(Object key, Notification notification) {
    ephemeral.put(key, notification);
    scheduleSend();
  }

  /// Drops an ephemeral notification that has not been sent yet, because another supersedes it.
  void drop(Object key) {
    ephemeral.remove(key);
  }

  private void collect(Notification notification) {
    Packet packet = Packet.of(new Frame.NotificationFrame(notification));
    collected.add(packet);
    collectedBytes += packet.size();
  }

  private void scheduleSend() {
    if (!scheduled) {
      scheduled = true;
      publisher.atEndOfTurn(
          () -> {
            scheduled = false;
            sendNow();
          });
    }
  }

  /// Sends what is collected to the current recipients, before they change.
  void sendNow() {
    Packet blind = isForBlind() ? packet(true) : null;
    Packet packet = packet(false);
    ephemeral.clear();
    collected.clear();
    collectedBytes = 0;
    if (packet == null) {
      return;
    }
    for (Recipient recipient : recipients) {
      recipient.send(blind != null && recipient.isBlind() ? blind : packet);
    }
  }

  /// Whether something is told of what members have read, and somebody is not to hear it.
  private boolean isForBlind() {
    return ephemeral.values().stream().anyMatch(MarkerMoved.class::isInstance)
        && recipients.stream().anyMatch(Recipient::isBlind);
  }

  /// All that was published, in one packet; null for nothing.
  private @Nullable Packet packet(boolean forBlind) {
    List<Packet> all = new ArrayList<>(collected);
    for (Notification told : ephemeral.values()) {
      Notification seen =
          forBlind && told instanceof MarkerMoved moved ? moved.withoutRead() : told;
      all.add(Packet.of(new Frame.NotificationFrame(seen)));
    }
    return all.isEmpty() ? null : Packet.of(all);
  }
}

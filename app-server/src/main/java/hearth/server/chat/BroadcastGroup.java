package hearth.server.chat;

import hearth.protocol.Frame;
import hearth.protocol.Notification;
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
  private final Map<Object, Ephemeral> ephemeral = new LinkedHashMap<>();
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
    publishLatest(key, Audience.ALL, notification);
  }

  /// Publishes an ephemeral notification to some of the recipients.
  void publishLatest(Object key, Audience audience, Notification notification) {
    ephemeral.put(key, new Ephemeral(audience, notification));
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
    boolean split = isSplit();
    Packet blind = split ? packet(Audience.BLIND) : null;
    Packet seeing = packet(Audience.SEEING);
    ephemeral.clear();
    collected.clear();
    collectedBytes = 0;
    for (Recipient recipient : recipients) {
      Packet packet = split && recipient.isBlind() ? blind : seeing;
      if (packet != null) {
        recipient.send(packet);
      }
    }
  }

  /// Whether something is for some alone, and the others are among the recipients too.
  private boolean isSplit() {
    return ephemeral.values().stream().anyMatch(told -> told.audience != Audience.ALL)
        && recipients.stream().anyMatch(Recipient::isBlind);
  }

  /// All that was published to an audience, in one packet; null for nothing.
  private @Nullable Packet packet(Audience audience) {
    List<Packet> all = new ArrayList<>(collected);
    for (Ephemeral told : ephemeral.values()) {
      if (told.audience == audience || told.audience == Audience.ALL) {
        all.add(Packet.of(new Frame.NotificationFrame(told.notification)));
      }
    }
    return all.isEmpty() ? null : Packet.of(all);
  }

  private record Ephemeral(Audience audience, Notification notification) {}
}

package hearth.server.chat;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.ChatId;
import hearth.protocol.Frame;
import hearth.protocol.Marker;
import hearth.protocol.Notification;
import hearth.protocol.Notification.MarkerMoved;
import hearth.protocol.Notification.SignShown;
import hearth.protocol.Sign;
import hearth.protocol.UserId;
import hearth.server.metrics.Supervision;
import hearth.server.net.Packet;
import hearth.server.session.Recipient;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What happens in one turn of the publisher is sent in one packet, whose length says what is in
/// it.
class BroadcastGroupTest {
  private static final ChatId CHAT = new ChatId(1);
  private static final Notification READ = new MarkerMoved(CHAT, new Marker(new UserId(1), 12, 12));
  private static final Notification READ_MORE =
      new MarkerMoved(CHAT, new Marker(new UserId(1), 1_200, 1_200));
  private static final Notification TYPING = new SignShown(CHAT, new UserId(2), Sign.TYPING);

  private final List<Packet> sent = new ArrayList<>();
  private boolean blind;
  private final List<Recipient> recipients =
      List.of(
          new Recipient() {
            @Override
            public boolean isBlind() {
              return blind;
            }

            @Override
            public void send(Packet packet) {
              sent.add(packet);
            }
          });

  @Test
  void ofEphemeralNotificationsOnlyTheLastIsSent() {
    inOneTurn(
        group -> {
          group.publishLatest("read", READ);
          group.publishLatest("typing", TYPING);
          group.publishLatest("typing", TYPING);
          group.publishLatest("read", READ_MORE);
        });
    assertThat(sent).extracting(Packet::size).containsExactly(lengthOf(READ_MORE, TYPING));
  }

  @Test
  void aDroppedNotificationIsNotSent() {
    inOneTurn(
        group -> {
          group.publishLatest("typing", TYPING);
          group.drop("typing");
          group.publish(READ);
        });
    assertThat(sent).extracting(Packet::size).containsExactly(lengthOf(READ));
  }

  @Test
  void anEphemeralNotificationAfterTheDropIsSent() {
    inOneTurn(
        group -> {
          group.publish(READ);
          group.drop("typing");
          group.publishLatest("typing", TYPING);
        });
    assertThat(sent).extracting(Packet::size).containsExactly(lengthOf(READ, TYPING));
  }

  @Test
  void whoIsNotToldWhatIsReadGetsWhatIsMeantForThem() {
    blind = true;
    inOneTurn(
        group -> {
          group.publishLatest("seeing", Audience.SEEING, READ_MORE);
          group.publishLatest("blind", Audience.BLIND, READ);
          group.publishLatest("typing", TYPING);
        });
    assertThat(sent).extracting(Packet::size).containsExactly(lengthOf(READ, TYPING));
  }

  @Test
  void whoIsNotToldWhatIsReadGetsNoPacketWhereThereIsNothingForThem() {
    blind = true;
    inOneTurn(group -> group.publishLatest("seeing", Audience.SEEING, READ));
    assertThat(sent).isEmpty();
  }

  private void inOneTurn(Consumer<BroadcastGroup> task) {
    try (Publisher publisher = new Publisher(Supervision.uncounted((_, _) -> {}))) {
      BroadcastGroup group = new BroadcastGroup(publisher, recipients);
      publisher.put(() -> task.accept(group));
      publisher.flush();
    }
  }

  private static int lengthOf(Notification... notifications) {
    return Stream.of(notifications)
        .mapToInt(one -> Packet.of(new Frame.NotificationFrame(one)).size())
        .sum();
  }
}

package hearth.server.chat;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.ChatId;
import hearth.protocol.Event;
import hearth.protocol.Event.ChatRead;
import hearth.protocol.Event.UserTyped;
import hearth.protocol.Frame;
import hearth.protocol.UserId;
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
  private static final Event READ = new ChatRead(CHAT, new UserId(1), 12);
  private static final Event READ_MORE = new ChatRead(CHAT, new UserId(1), 1_200);
  private static final Event TYPED = new UserTyped(CHAT, new UserId(2));

  private final List<Packet> sent = new ArrayList<>();
  private final List<Recipient> recipients = List.of(sent::add);

  @Test
  void ofEphemeralEventsOnlyTheLastIsSent() {
    inOneTurn(
        group -> {
          group.publishLatest("read", READ);
          group.publishLatest("typed", TYPED);
          group.publishLatest("typed", TYPED);
          group.publishLatest("read", READ_MORE);
        });
    assertThat(sent).extracting(Packet::size).containsExactly(lengthOf(READ_MORE, TYPED));
  }

  @Test
  void aDroppedEventIsNotSent() {
    inOneTurn(
        group -> {
          group.publishLatest("typed", TYPED);
          group.drop("typed");
          group.publish(READ);
        });
    assertThat(sent).extracting(Packet::size).containsExactly(lengthOf(READ));
  }

  @Test
  void anEphemeralEventAfterTheDropIsSent() {
    inOneTurn(
        group -> {
          group.publish(READ);
          group.drop("typed");
          group.publishLatest("typed", TYPED);
        });
    assertThat(sent).extracting(Packet::size).containsExactly(lengthOf(READ, TYPED));
  }

  private void inOneTurn(Consumer<BroadcastGroup> task) {
    try (Publisher publisher = new Publisher()) {
      BroadcastGroup group = new BroadcastGroup(publisher, recipients);
      publisher.put(() -> task.accept(group));
      publisher.flush();
    }
  }

  private static int lengthOf(Event... events) {
    return Stream.of(events).mapToInt(event -> Packet.of(new Frame.Notice(event)).size()).sum();
  }
}

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

/// What happens in one turn of the publisher is told in one packet, whose length says what is in
/// it.
class CircleTest {
  private static final ChatId CHAT = new ChatId(1);
  private static final Event READ = new ChatRead(CHAT, new UserId(1), 12);
  private static final Event READ_MORE = new ChatRead(CHAT, new UserId(1), 1_200);
  private static final Event TYPED = new UserTyped(CHAT, new UserId(2));

  private final List<Packet> told = new ArrayList<>();
  private final List<Recipient> recipients = List.of(told::add);

  @Test
  void ofAStateThatPassesOnlyTheLastIsTold() {
    inOneTurn(
        circle -> {
          circle.tellLast("read", READ);
          circle.tellLast("typed", TYPED);
          circle.tellLast("typed", TYPED);
          circle.tellLast("read", READ_MORE);
        });
    assertThat(told).extracting(Packet::size).containsExactly(lengthOf(READ_MORE, TYPED));
  }

  @Test
  void aStateThatWasOvertakenIsNotTold() {
    inOneTurn(
        circle -> {
          circle.tellLast("typed", TYPED);
          circle.forget("typed");
          circle.tell(READ);
        });
    assertThat(told).extracting(Packet::size).containsExactly(lengthOf(READ));
  }

  @Test
  void aStateThatCameAfterWhatOvertookItIsTold() {
    inOneTurn(
        circle -> {
          circle.tell(READ);
          circle.forget("typed");
          circle.tellLast("typed", TYPED);
        });
    assertThat(told).extracting(Packet::size).containsExactly(lengthOf(READ, TYPED));
  }

  private void inOneTurn(Consumer<Circle> task) {
    try (Publisher publisher = new Publisher()) {
      Circle circle = new Circle(publisher, recipients);
      publisher.put(() -> task.accept(circle));
      publisher.flush();
    }
  }

  private static int lengthOf(Event... events) {
    return Stream.of(events).mapToInt(event -> Packet.of(new Frame.Notice(event)).size()).sum();
  }
}

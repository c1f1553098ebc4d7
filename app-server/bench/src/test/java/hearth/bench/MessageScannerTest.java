package hearth.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hearth.protocol.ChatId;
import hearth.protocol.Codec;
import hearth.protocol.Event;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Frame;
import hearth.protocol.Message;
import hearth.protocol.Reply;
import hearth.protocol.SendId;
import hearth.protocol.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MessageScannerTest {
  private final MessageScanner scanner = new MessageScanner();

  @Test
  void aPostIsReadAsTheCodecWritesIt() {
    assertThat(read(posted(12, 345_678, new NumberedTexts(130).of(9_012_345))))
        .isEqualTo(MessageScanner.Kind.POSTED);
    assertThat(scanner.chat()).isEqualTo(12);
    assertThat(scanner.seq()).isEqualTo(345_678);
    assertThat(scanner.number()).isEqualTo(9_012_345);
  }

  @Test
  void anAcknowledgementHasTheNumberOfItsPost() {
    var reply = new Reply.Posted(new ChatId(7), 42, Instant.now());
    assertThat(read(new Frame.Answer(1_000_001, reply)))
        .isEqualTo(MessageScanner.Kind.ACKNOWLEDGED);
    assertThat(scanner.number()).isEqualTo(1_000_001);
    assertThat(scanner.chat()).isEqualTo(7);
    assertThat(scanner.seq()).isEqualTo(42);
  }

  @Test
  void otherAnswersAndEventsAreDistinguished() {
    assertThat(read(new Frame.Answer(5, new Reply.Done()))).isEqualTo(MessageScanner.Kind.ANSWERED);
    assertThat(read(new Frame.Refusal(OptionalLong.of(5), new FaultException(Fault.SERVER_BUSY))))
        .isEqualTo(MessageScanner.Kind.ANSWERED);
    assertThat(read(new Frame.Notice(new Event.ChatRead(new ChatId(1), new UserId(2), 3))))
        .isEqualTo(MessageScanner.Kind.OTHER);
  }

  @Test
  void aMessageOfSomebodyElseIsRefused() {
    assertThatThrownBy(() -> read(posted(1, 2, "Good morning"))).isInstanceOf(BenchException.class);
  }

  @Test
  void textsHaveTheRequestedLength() {
    for (int length = NumberedTexts.DIGITS; length < 300; length++) {
      assertThat(new NumberedTexts(length).of(77)).hasSize(length).endsWith("0000000077");
    }
  }

  private MessageScanner.Kind read(Frame frame) {
    byte[] bytes = ("..." + Codec.encode(frame) + "...").getBytes(StandardCharsets.UTF_8);
    return scanner.read(bytes, 3, bytes.length - 3);
  }

  private static Frame posted(long chat, long seq, String text) {
    SendId id = SendId.create(System.currentTimeMillis(), new SplittableRandom());
    return new Frame.Notice(
        new Event.MessagePosted(
            new Message(new ChatId(chat), seq, new UserId(99), id, Instant.now(), text)));
  }
}

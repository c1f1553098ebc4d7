package hearth.bench;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.ChatId;
import hearth.protocol.Codec;
import hearth.protocol.Event;
import hearth.protocol.Frame;
import hearth.protocol.Message;
import hearth.protocol.SendId;
import hearth.protocol.UserId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// What a receiver finds in the bytes of a stream that a faulty server might send.
class TamperedStreamTest {
  private static final BenchChat CHAT = new BenchChat(new ChatId(3));

  @Test
  void aWholeStreamIsSound() {
    assertThat(received(1, 2, 3, 4).sound()).isTrue();
  }

  @Test
  void aMissingFrameIsFound() {
    assertThat(received(1, 3, 4)).isEqualTo(new Findings(1, 0, 1, 0));
  }

  @Test
  void aFrameSentTwiceIsFound() {
    assertThat(received(1, 2, 2, 3, 4)).isEqualTo(new Findings(0, 1, 0, 0));
  }

  @Test
  void twoSwappedFramesAreFound() {
    assertThat(received(1, 3, 2, 4)).isEqualTo(new Findings(0, 0, 1, 1));
  }

  @Test
  void aStreamThatEndsEarlyIsFound() {
    assertThat(received(1, 2)).isEqualTo(new Findings(2, 0, 0, 0));
  }

  private static Findings received(int... seqs) {
    InFlightPosts posts = new InFlightPosts();
    for (int number = 1; number <= 4; number++) {
      posts.add(0, 1);
    }
    SimulatedMember member = new SimulatedMember(new MessageScanner(), posts, _ -> {});
    member.enter(CHAT);
    CHAT.acknowledged(4);
    for (int seq : seqs) {
      byte[] bytes = frame(seq);
      FrameParser.parse(
          bytes, 0, bytes.length, (_, all, from, to) -> member.text(all, from, to, 0));
    }
    return member.findings();
  }

  private static byte[] frame(int seq) {
    SendId id = SendId.create(System.currentTimeMillis(), new SplittableRandom());
    String text = new NumberedTexts(40).of(seq);
    Message message = new Message(CHAT.id(), seq, new UserId(1), id, Instant.now(), text);
    byte[] json =
        Codec.encode(new Frame.Notice(new Event.MessagePosted(message)))
            .getBytes(StandardCharsets.UTF_8);
    ByteBuffer frame = ByteBuffer.allocate(json.length + 4).put((byte) 0x81).put((byte) 126);
    return frame.putShort((short) json.length).put(json).array();
  }
}

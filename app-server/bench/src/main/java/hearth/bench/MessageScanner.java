package hearth.bench;

import hearth.protocol.ChatId;
import hearth.protocol.Codec;
import hearth.protocol.Event;
import hearth.protocol.Frame;
import hearth.protocol.Message;
import hearth.protocol.Reply;
import hearth.protocol.SendId;
import hearth.protocol.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/// Reads the few numbers that the bench needs from a message's bytes, without creating a string or
/// an object. It learns what the bytes look like from the [Codec].
///
/// Confined to one thread; its fields hold what the last [#read] found.
final class MessageScanner {
  /// What a message of the server means for the bench.
  enum Kind {
    /// A post: [#chat], [#seq], [#number].
    POSTED,
    /// The server has stored the post with this [#number]: [#chat], [#seq].
    ACKNOWLEDGED,
    /// Another answer, or a refusal; to be read with [BenchCodec].
    ANSWERED,
    /// Presence and the like.
    OTHER
  }

  private static final ChatId CHAT = new ChatId(4_711);
  private static final Instant AT = Instant.EPOCH;
  private static final byte[] POSTED =
      upTo("4711", new Frame.Notice(new Event.MessagePosted(sample())));
  private static final byte[] ANSWER =
      upTo("4712", new Frame.Answer(4_712, new Reply.Posted(CHAT, 1, AT)));
  private static final byte[] RESULT =
      between("4712", "4711", new Frame.Answer(4_712, new Reply.Posted(CHAT, 1, AT)));
  private static final byte[] SEQ =
      between("4711", "1", new Frame.Answer(4_712, new Reply.Posted(CHAT, 1, AT)));

  /// The end of a post, after its text.
  private static final byte[] CLOSING = "\"}}".getBytes(StandardCharsets.US_ASCII);

  private long chat;
  private long seq;
  private long number;
  private int at;

  long chat() {
    return chat;
  }

  /// A message's place in its chat's log.
  long seq() {
    return seq;
  }

  /// A post's number, see [NumberedTexts].
  long number() {
    return number;
  }

  /// Reads the message between two indexes.
  ///
  /// @throws BenchException for a post that is not the bench's
  Kind read(byte[] bytes, int from, int to) {
    at = from;
    if (skip(bytes, to, POSTED)) {
      readPlace(bytes, to);
      at = to - CLOSING.length - NumberedTexts.DIGITS;
      int digits = at;
      number = digits(bytes, to);
      if (at - digits != NumberedTexts.DIGITS || !skip(bytes, to, CLOSING)) {
        throw new BenchException(
            "A message arrived that is not the bench's: " + text(bytes, from, to));
      }
      return Kind.POSTED;
    }
    if (skip(bytes, to, ANSWER)) {
      number = digits(bytes, to);
      if (!skip(bytes, to, RESULT)) {
        return Kind.ANSWERED;
      }
      readPlace(bytes, to);
      return Kind.ACKNOWLEDGED;
    }
    return Kind.OTHER;
  }

  private void readPlace(byte[] bytes, int to) {
    chat = digits(bytes, to);
    seq = skip(bytes, to, SEQ) ? digits(bytes, to) : 0;
  }

  private boolean skip(byte[] bytes, int to, byte[] expected) {
    int end = at + expected.length;
    if (end > to || !Arrays.equals(bytes, at, end, expected, 0, expected.length)) {
      return false;
    }
    at = end;
    return true;
  }

  private long digits(byte[] bytes, int to) {
    long value = 0;
    while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
      value = value * 10 + bytes[at++] - '0';
    }
    return value;
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  private static Message sample() {
    return new Message(CHAT, 1, new UserId(1), new SendId(new UUID(1, 1)), AT, "text");
  }

  private static byte[] upTo(String mark, Frame frame) {
    String text = Codec.encode(frame);
    return text.substring(0, text.indexOf(mark)).getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] between(String mark, String other, Frame frame) {
    String text = Codec.encode(frame);
    int from = text.indexOf(mark) + mark.length();
    return text.substring(from, text.indexOf(other, from)).getBytes(StandardCharsets.US_ASCII);
  }
}

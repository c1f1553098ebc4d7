package hearth.bench;

import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.Entry;
import hearth.protocol.Frame;
import hearth.protocol.Notification.EntryAppended;
import hearth.protocol.Response.Appended;
import hearth.protocol.SendId;
import hearth.protocol.UserId;
import hearth.protocol.json.Codec;
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
    /// Presence, and entries that are not posts.
    OTHER
  }

  private static final ChatId CHAT = new ChatId(4_711);
  private static final Instant AT = Instant.EPOCH;
  private static final Frame POST =
      new Frame.NotificationFrame(
          new EntryAppended(
              new Entry(
                  CHAT,
                  1,
                  AT,
                  new UserId(1),
                  new SendId(new UUID(1, 1)),
                  Action.Post.text("4713"))));
  private static final Frame ACKNOWLEDGEMENT =
      new Frame.ResponseFrame(4_712, new Appended(CHAT, 1, AT));
  private static final byte[] POSTED = upTo("4711", POST);
  private static final byte[] ANSWER = upTo("4712", ACKNOWLEDGEMENT);
  private static final byte[] RESULT = between("4712", "4711", ACKNOWLEDGEMENT);
  private static final byte[] SEQ = between("4711", "1", ACKNOWLEDGEMENT);

  private static final String POST_TYPE = "\"action\":{\"type\":\"post\"";

  /// The end of a post, after its text.
  private static final byte[] CLOSING = after("4713", POST);

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
      if (at - digits == NumberedTexts.DIGITS && skip(bytes, to, CLOSING)) {
        return Kind.POSTED;
      }
      String entry = text(bytes, from, to);
      if (entry.contains(POST_TYPE)) {
        throw new BenchException("A message arrived that is not the bench's: " + entry);
      }
      return Kind.OTHER;
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

  private static byte[] upTo(String mark, Frame frame) {
    String text = Codec.encode(frame);
    return text.substring(0, text.indexOf(mark)).getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] between(String mark, String other, Frame frame) {
    String text = Codec.encode(frame);
    int from = text.indexOf(mark) + mark.length();
    return text.substring(from, text.indexOf(other, from)).getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] after(String mark, Frame frame) {
    String text = Codec.encode(frame);
    return text.substring(text.indexOf(mark) + mark.length()).getBytes(StandardCharsets.US_ASCII);
  }
}

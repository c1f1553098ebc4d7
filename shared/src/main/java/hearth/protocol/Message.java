package hearth.protocol;

import java.time.Instant;

/// One message as the log keeps it.
///
/// @param seq its place in the chat's log, from 1, without gaps
/// @param at when the server committed it, to the millisecond
public record Message(
    ChatId chat, long seq, UserId author, SendId sendId, Instant at, String text) {
  public Message {
    Checks.positive(seq, "seq");
    text = Checks.text(text);
  }
}

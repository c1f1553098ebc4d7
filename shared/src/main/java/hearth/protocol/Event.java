package hearth.protocol;

import java.time.Instant;
import java.util.List;

/// What a server tells unasked, one record for each thing that happened.
public sealed interface Event {

  /// An entry of a chat's log: committed, with a place of its own, and given again by catch-up and
  /// history. All other events pass and are not repeated.
  sealed interface Logged extends Event permits MessagePosted, MembersAdded, SlowModeSet {
    ChatId chat();

    /// The place in the chat's log, from 1, without gaps.
    long seq();

    /// When the server committed it, to the millisecond.
    Instant at();

    /// Who did it.
    UserId author();
  }

  /// Somebody wrote.
  record MessagePosted(Message message) implements Logged {
    @Override
    public ChatId chat() {
      return message.chat();
    }

    @Override
    public long seq() {
      return message.seq();
    }

    @Override
    public Instant at() {
      return message.at();
    }

    @Override
    public UserId author() {
      return message.author();
    }
  }

  /// People came into a chat: by themselves into the lobby, by its maker into a group.
  record MembersAdded(ChatId chat, long seq, Instant at, UserId author, List<UserId> members)
      implements Logged {
    public MembersAdded {
      Checks.positive(seq, "seq");
      members = List.copyOf(members);
    }
  }

  /// From here on members wait so long from one message to the next; 0 seconds: not any more.
  record SlowModeSet(ChatId chat, long seq, Instant at, UserId author, int seconds)
      implements Logged {
    public SlowModeSet {
      Checks.positive(seq, "seq");
      Checks.between(seconds, 0, Limits.SLOW_MODE_SECONDS, "seconds");
    }
  }

  /// A chat was made that the receiver is in.
  record ChatAppeared(ChatOverview chat) implements Event {}

  /// Somebody new is on the server.
  record UserJoined(User user) implements Event {}

  /// Somebody came, went, or left the device alone.
  record PresenceChanged(User user) implements Event {}

  /// A member's device holds everything up to a seq.
  record ChatDelivered(ChatId chat, UserId user, long seq) implements Event {}

  /// A member has seen everything up to a seq, which counts as delivered too.
  record ChatRead(ChatId chat, UserId user, long seq) implements Event {}

  /// Somebody is writing; stands for [Limits#TYPING_MILLIS] or until that person's next message.
  record UserTyped(ChatId chat, UserId user) implements Event {}
}

package hearth.protocol;

import java.util.List;

/// What a client may ask of a server, one record a method. Each is checked as it is made:
/// constructors throw [FaultException] with the fault that the server would answer.
public sealed interface Request {

  /// Asks whose server this is, before or after joining. Answer: [Reply.Welcome].
  record Hello() implements Request {}

  /// Makes a new person of this name, and a token for the device. Answer: [Reply.Joined].
  record Join(String name) implements Request {
    public Join {
      name = Checks.name(name);
    }
  }

  /// Comes back with the token that joining gave. Answer: [Reply.Resumed].
  record Resume(String token) implements Request {
    public Resume {
      Checks.between(token.length(), 1, 128, "length of token");
    }

    /// Hides the token, which must not reach a log.
    @Override
    public String toString() {
      return "Resume[token=…]";
    }
  }

  /// Writes a message. Answer: [Reply.Posted], the same one however often it is sent.
  record PostMessage(ChatId chat, SendId sendId, String text) implements Request {
    public PostMessage {
      text = Checks.text(text);
    }
  }

  /// Opens the chat with one other person, making it at first. Answer: [Reply.ChatOpened].
  record OpenDirect(UserId with) implements Request {}

  /// Makes a chat of the sender and these members. Answer: [Reply.ChatOpened].
  record CreateGroup(SendId sendId, String title, List<UserId> members) implements Request {
    public CreateGroup {
      title = Checks.name(title);
      members = Checks.atMost(Limits.MEMBERS, members, Fault.MEMBERS_TOO_MANY);
    }
  }

  /// Sets how long a member waits from one message to the next; only who keeps the chat may.
  /// Answer: [Reply.Done].
  ///
  /// @param seconds 0 for not at all, at most [Limits#SLOW_MODE_SECONDS]
  record SetSlowMode(ChatId chat, int seconds) implements Request {
    public SetSlowMode {
      Checks.between(seconds, 0, Limits.SLOW_MODE_SECONDS, "seconds");
    }
  }

  /// Asks for what came after a seq, oldest first. Answer: [Reply.Page] or [Reply.StartAfresh].
  record CatchUp(ChatId chat, long after) implements Request {
    public CatchUp {
      Checks.notNegative(after, "after");
    }
  }

  /// Asks for the entries just before a seq. Answer: [Reply.Page], oldest first.
  record FetchOlder(ChatId chat, long before, int limit) implements Request {
    public FetchOlder {
      Checks.positive(before, "before");
      Checks.between(limit, 1, Limits.PAGE, "limit");
    }
  }

  /// Says that the person has seen everything up to a seq. Answer: [Reply.Done].
  record MarkRead(ChatId chat, long seq) implements Request {
    public MarkRead {
      Checks.positive(seq, "seq");
    }
  }

  /// Says that this device has stored everything up to a seq. Answer: [Reply.Done].
  record MarkDelivered(ChatId chat, long seq) implements Request {
    public MarkDelivered {
      Checks.positive(seq, "seq");
    }
  }

  /// Says that the person is writing; stands for [Limits#TYPING_MILLIS]. Answer: [Reply.Done].
  record ReportTyping(ChatId chat) implements Request {}

  /// Says that nobody is at this device, or somebody again. Answer: [Reply.Done].
  record SetAway(boolean away) implements Request {}
}

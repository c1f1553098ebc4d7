package hearth.protocol;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a client may ask of a server, one record per method. Each is checked strictly as it is
/// made: constructors throw [FaultException] with the fault that the server would answer.
public sealed interface Request {

  /// Asks whose server this is, before or after joining. Answer: [Response.Welcome].
  record Hello() implements Request {}

  /// Makes a new person of this name, who comes back with this token. The device makes the token,
  /// 256 random bits, and keeps it before it asks, so that the same can be asked again when the
  /// answer was lost. Answer: [Response.Joined].
  ///
  /// @param device what the device is called; empty where it does not say
  record Join(String name, String token, String device) implements Request {
    public Join {
      name = Checks.name(name);
      Checks.between(token.length(), Limits.TOKEN_MIN, Limits.TOKEN, "length of token");
      device = Device.checkedName(device);
    }

    /// From a device that does not say what it is called.
    public Join(String name, String token) {
      this(name, token, "");
    }

    /// Hides the token, which must not reach a log.
    @Override
    public String toString() {
      return "Join[name=" + name + ", token=…]";
    }
  }

  /// Comes back with the token of joining. Answer: [Response.Resumed].
  record Resume(String token) implements Request {
    public Resume {
      Checks.between(token.length(), 1, Limits.TOKEN, "length of token");
    }

    /// Hides the token, which must not reach a log.
    @Override
    public String toString() {
      return "Resume[token=…]";
    }
  }

  /// Adds this device to the person who has made the code, instead of joining; the token is as in
  /// [Join]. Answer: [Response.Joined], again where the token is known already.
  ///
  /// @param device what the device is called; empty where it does not say
  record LinkDevice(DeviceCode code, String token, String device) implements Request {
    public LinkDevice {
      Checks.between(token.length(), Limits.TOKEN_MIN, Limits.TOKEN, "length of token");
      device = Device.checkedName(device);
    }

    /// Hides code and token, which must not reach a log.
    @Override
    public String toString() {
      return "LinkDevice[code=…, token=…, device=" + device + "]";
    }
  }

  /// Asks for a code that adds a device to this person; the one before is of no use any more.
  /// Answer: [Response.DeviceCodeCreated].
  record CreateDeviceCode() implements Request {}

  /// Asks for this person's devices. Answer: [Response.Devices].
  record ListDevices() implements Request {}

  /// Signs one of this person's devices out, for ever. Answer: [Response.Done], also where there is
  /// no such device any more.
  record RemoveDevice(DeviceId device) implements Request {}

  /// Asks for the next part of the overview. Answer: [Response.Overview].
  ///
  /// @param from what [OverviewPage#next] said
  record FetchOverview(String from) implements Request {
    public FetchOverview {
      Checks.between(from.length(), 1, 64, "length of from");
    }
  }

  /// Adds an action to a chat's log. Answer: [Response.Appended], the same however often it is sent
  /// with this `sendId`.
  record Append(ChatId chat, SendId sendId, Action action) implements Request {
    public Append {
      action = action.checked();
    }
  }

  /// Opens the chat with one other person, making it if need be. Answer: [Response.ChatOpened].
  record OpenDirect(UserId with) implements Request {}

  /// Makes a chat of the sender and these members. Answer: [Response.ChatOpened].
  ///
  /// @param kind a group, a channel, or a masked chat, which its maker begins alone
  record CreateGroup(SendId sendId, String title, List<UserId> members, Chat.Kind kind)
      implements Request {
    public CreateGroup {
      title = Checks.name(title);
      boolean known =
          switch (kind) {
            case GROUP, CHANNEL, MASKED -> true;
            case LOBBY, DIRECT, UNKNOWN -> false;
          };
      if (!known) {
        throw new FaultException(Fault.PARAMS_INVALID, "no such chat can be made");
      }
      if (kind == Chat.Kind.MASKED && !members.isEmpty()) {
        throw new FaultException(Fault.NOT_ALLOWED, "people come into a masked chat by themselves");
      }
      members = Checks.atMost(Limits.MEMBERS, members, Fault.MEMBERS_TOO_MANY);
    }

    /// A group.
    public CreateGroup(SendId sendId, String title, List<UserId> members) {
      this(sendId, title, members, Chat.Kind.GROUP);
    }
  }

  /// Asks which channels there are. Answer: [Response.Channels].
  ///
  /// @param after the id of the last one that is known; 0 for the first page
  /// @param masked whether the client knows masked chats, and is to be told of them too
  record ListChannels(long after, boolean masked) implements Request {
    public ListChannels {
      Checks.notNegative(after, "after");
    }

    /// Without masked chats.
    public ListChannels(long after) {
      this(after, false);
    }
  }

  /// Deletes a chat for all its members, with everything in it; for the server's owner. Answer:
  /// [Response.Done], also where it was deleted before.
  record DeleteChat(ChatId chat) implements Request {}

  /// Removes a person from the server; for its owner. Answer: [Response.Done], also where that was
  /// done before.
  record DeleteUser(UserId user) implements Request {}

  /// Gives the sender another name; the old one is free. Answer: [Response.Done], also where it is
  /// the name already.
  record SetName(String name) implements Request {
    public SetName {
      name = Checks.name(name);
    }
  }

  /// Says something beside the sender's name. Answer: [Response.Done].
  ///
  /// @param text empty for nothing any more
  /// @param until when it ends by itself; null for no end
  record SetStatus(String text, @Nullable Instant until) implements Request {
    public SetStatus {
      text = Status.checkedText(text);
      until = Checks.end(until);
    }
  }

  /// Says until when the sender does not want to be disturbed, on any device. Answer:
  /// [Response.Done].
  ///
  /// @param until [Action.Mute#ALWAYS] for no end; null for no longer
  record SetQuiet(@Nullable Instant until) implements Request {
    public SetQuiet {
      until = Checks.end(until);
    }
  }

  /// Keeps something of the sender from the others, or no longer. Answer: [Response.Done].
  record SetHidden(Hidden what, boolean on) implements Request {
    public SetHidden {
      if (what == Hidden.UNKNOWN) {
        throw new FaultException(Fault.PARAMS_INVALID, "this cannot be hidden");
      }
    }
  }

  /// Blocks a person, or no longer: their direct messages and mentions do not reach the sender, and
  /// they are not told. Answer: [Response.Done], also where it is so already.
  record SetBlocked(UserId user, boolean on) implements Request {}

  /// Asks for the entries after a seq, oldest first. Answer: [Response.Entries] or
  /// [Response.Resync].
  ///
  /// @param at when the entry at `after` was committed, as the client holds it: another time there
  ///   means another log; null where the client does not say
  record CatchUp(ChatId chat, long after, @Nullable Instant at) implements Request {
    public CatchUp {
      Checks.notNegative(after, "after");
    }
  }

  /// Asks for rows of a chat. Answer: [Response.History].
  ///
  /// @param limit most rows, 1 to [Limits#PAGE]
  record FetchHistory(ChatId chat, Side side, long seq, int limit) implements Request {
    public FetchHistory {
      Checks.notNegative(seq, "seq");
      Checks.between(limit, 1, Limits.PAGE, "limit");
      if (side == Side.UNKNOWN) {
        throw new FaultException(Fault.PARAMS_INVALID, "the side is unknown");
      }
    }
  }

  /// Where rows are wanted, as seen from a seq.
  enum Side {
    /// The rows just before it.
    BEFORE,
    /// The rows just after it.
    AFTER,
    /// Half of them before it, the rest from it on.
    AROUND,
    /// A word of a newer version.
    UNKNOWN
  }

  /// Asks what a message held before it was edited. Answer: [Response.Versions].
  record FetchVersions(ChatId chat, long seq) implements Request {
    public FetchVersions {
      Checks.positive(seq, "seq");
    }
  }

  /// Asks when a message of the sender's own reached the others. Answer: [Response.Receipts].
  record FetchReceipts(ChatId chat, long seq) implements Request {
    public FetchReceipts {
      Checks.positive(seq, "seq");
    }
  }

  /// Asks how many messages of others come after a seq. Answer: [Response.Unread].
  record CountUnread(ChatId chat, long after) implements Request {
    public CountUnread {
      Checks.notNegative(after, "after");
    }
  }

  /// Asks where in a chat's log a time is. Answer: [Response.Place].
  record FindTime(ChatId chat, Instant at) implements Request {}

  /// Says that the person has seen everything up to a seq. Answer: [Response.Done].
  record MarkRead(ChatId chat, long seq) implements Request {
    public MarkRead {
      Checks.positive(seq, "seq");
    }
  }

  /// Says that this device has stored everything up to a seq. Answer: [Response.Done].
  record MarkDelivered(ChatId chat, long seq) implements Request {
    public MarkDelivered {
      Checks.positive(seq, "seq");
    }
  }

  /// Shows a sign to the others of a chat, for [Sign#millis]. Answer: [Response.Done].
  record ShowSign(ChatId chat, Sign sign) implements Request {}

  /// Says that nobody is at this device, or somebody again. Answer: [Response.Done].
  record SetAway(boolean away) implements Request {}
}

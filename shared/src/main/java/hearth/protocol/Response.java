package hearth.protocol;

import java.time.Instant;
import java.util.List;

/// What a server answers, one record per type.
public sealed interface Response {

  /// Whose server this is and what it can do.
  ///
  /// @param epoch names this life of the server's logs; another one after data were restored from a
  ///   backup or cut back, when a client must fetch again what it holds
  record Welcome(ServerInfo server, Capabilities capabilities, String epoch) implements Response {}

  /// The person exists, and the token belongs to one of their devices.
  ///
  /// @param name what the person is called; empty where the server does not say
  record Joined(UserId me, String name) implements Response {
    /// The answer to somebody who knows the name.
    public Joined(UserId me) {
      this(me, "");
    }
  }

  /// The code adds one device to this person, once.
  ///
  /// @param validMillis for how long
  record DeviceCodeCreated(DeviceCode code, long validMillis) implements Response {
    public DeviceCodeCreated {
      Checks.notNegative(validMillis, "validMillis");
    }
  }

  /// The person's devices, the one that asks first.
  record Devices(List<Device> devices) implements Response {
    public Devices {
      devices = Checks.atMost(Limits.PAGE, devices, Fault.PARAMS_INVALID);
    }
  }

  /// The token was good. The rest of the overview is asked for with [Request.FetchOverview].
  ///
  /// @param owner whether this person owns the server
  /// @param own what this person has set for themselves in no chat
  record Resumed(Welcome welcome, UserId me, OverviewPage overview, boolean owner, OwnSettings own)
      implements Response {
    /// The answer to somebody who does not own the server and has set nothing.
    public Resumed(Welcome welcome, UserId me, OverviewPage overview) {
      this(welcome, me, overview, false, OwnSettings.NONE);
    }
  }

  /// The next part of the overview.
  record Overview(OverviewPage page) implements Response {}

  /// The action is on the server's disk at this place. Where it changed nothing (a reaction that
  /// was there), the place is that of the entry that made it so.
  record Appended(ChatId chat, long seq, Instant at) implements Response {
    public Appended {
      Checks.positive(seq, "seq");
    }
  }

  /// The chat asked for, new or not.
  record ChatOpened(ChatOverview chat) implements Response {}

  /// A stretch of a chat's log without gaps, oldest first.
  ///
  /// @param more whether the log goes on
  record Entries(ChatId chat, List<Entry> entries, boolean more) implements Response {
    public Entries {
      entries = Checks.atMost(Limits.PAGE, entries, Fault.PARAMS_INVALID);
    }
  }

  /// The client is too far behind to be caught up entry by entry, or holds another log: it forgets
  /// what it holds of the chat and goes on from these newest rows.
  record Resync(Page page) implements Response {}

  /// A stretch of history.
  record History(Page page) implements Response {}

  /// What a message held before, oldest first, and what it holds now, last.
  record Versions(ChatId chat, long seq, List<Version> versions) implements Response {
    public Versions {
      versions = List.copyOf(versions);
    }
  }

  /// When a message reached the others, as far as that is known and told.
  record Receipts(ChatId chat, long seq, List<ReceiptTimes> times) implements Response {
    public Receipts {
      times = Checks.atMost(Limits.GROUP, times, Fault.PARAMS_INVALID);
    }
  }

  /// How many messages of others come after a seq.
  ///
  /// @param to the end of the log when it was counted
  /// @param count at most [Limits#UNREAD]
  /// @param mentions those of them that mention who asks
  record Unread(ChatId chat, long after, long to, int count, int mentions) implements Response {
    public Unread {
      Checks.notNegative(after, "after");
      Checks.notNegative(to, "to");
      Checks.notNegative(count, "count");
      Checks.notNegative(mentions, "mentions");
    }
  }

  /// Channels of the server, by their ids.
  ///
  /// @param more whether there are more behind them
  record Channels(List<Channel> channels, boolean more) implements Response {
    public Channels {
      channels = Checks.atMost(Limits.PAGE, channels, Fault.PARAMS_INVALID);
    }
  }

  /// Where a time is in a chat's log.
  ///
  /// @param seq of the first entry of that time or later; one more than the head where there is
  ///   none
  record Place(ChatId chat, long seq) implements Response {
    public Place {
      Checks.positive(seq, "seq");
    }
  }

  /// It was done; there is nothing to add.
  record Done() implements Response {}

  /// An answer of a newer version.
  record Unknown(String type) implements Response {}
}

package hearth.server.policy;

import hearth.protocol.Action;
import hearth.protocol.Request;

/// Requests that are counted together.
public enum RateCategory {
  /// What is stored: messages, chats and their settings.
  WRITING,
  /// Signs, such as typing.
  SIGNS,
  /// New accounts.
  JOINING,
  /// Tries of a code that adds a device.
  LINKING,
  /// Codes that add a device, and devices that are signed out.
  DEVICES,
  /// Reading a chat's log.
  HISTORY,
  /// Asking whose server it is, and coming back.
  RESUMING,
  /// TLS handshakes, which are not refused when they come too fast, but wait.
  HANDSHAKES,
  /// Everything else: markers, presence, and what is no valid request.
  OTHER;

  /// How many members of a chat cost as much as a message.
  private static final int MEMBERS_PER_TOKEN = 10;

  /// What a list of channels costs, whose members are counted.
  private static final int CHANNELS = 16;

  /// What another name costs, of which everybody on the server hears and by which people are known.
  private static final int NAME = 20;

  /// What a status costs, and what is hidden, of which everybody on the server hears, and a block.
  private static final int STATUS = 4;

  private static final int PAGE_BYTES_PER_TOKEN = 16 * 1024;

  /// How many tokens a request takes: who adds a thousand people to a chat changes what a thousand
  /// people see.
  public static int price(Request request) {
    if (request instanceof Request.CreateGroup group) {
      return 1 + group.members().size() / MEMBERS_PER_TOKEN;
    }
    if (request instanceof Request.Append append
        && append.action() instanceof Action.AddMembers add) {
      return 1 + add.members().size() / MEMBERS_PER_TOKEN;
    }
    if (request instanceof Request.SetName) {
      return NAME;
    }
    if (request instanceof Request.SetStatus
        || request instanceof Request.SetQuiet
        || request instanceof Request.SetHidden
        || request instanceof Request.SetBlocked) {
      return STATUS;
    }
    return request instanceof Request.ListChannels ? CHANNELS : 1;
  }

  /// How many tokens a page takes beside the one of its request: one for each full 16 KiB.
  ///
  /// A message of 150 characters takes 310 bytes, so the 200 of the longest page take 4 tokens with
  /// the request. By [RateLimits#DEFAULT] a person gets 20,000 such messages at once and 2,500 per
  /// second from then on, which nobody notices who catches up: a chat that is more than 2,000
  /// behind is told to resync. The longest texts fill a page with 65; it takes 17 tokens or, in
  /// other scripts, up to 50, and a person gets 1 to 3 of them per second.
  public static int priceOfPage(int bytes) {
    return bytes / PAGE_BYTES_PER_TOKEN;
  }

  /// The category of a request.
  public static RateCategory of(Request request) {
    return switch (request) {
      case Request.Append _,
          Request.OpenDirect _,
          Request.CreateGroup _,
          Request.DeleteChat _,
          Request.DeleteUser _,
          Request.SetName _,
          Request.SetStatus _,
          Request.SetQuiet _,
          Request.SetHidden _,
          Request.SetBlocked _ ->
          WRITING;
      case Request.ShowSign _ -> SIGNS;
      case Request.Join _ -> JOINING;
      case Request.LinkDevice _ -> LINKING;
      case Request.CreateDeviceCode _, Request.RemoveDevice _ -> DEVICES;
      case Request.CatchUp _,
          Request.FetchHistory _,
          Request.FetchVersions _,
          Request.FetchReceipts _,
          Request.CountUnread _,
          Request.ListChannels _,
          Request.FindTime _,
          Request.ListDevices _,
          Request.FetchOverview _ ->
          HISTORY;
      case Request.Hello _, Request.Resume _ -> RESUMING;
      case Request.MarkRead _, Request.MarkDelivered _, Request.SetAway _ -> OTHER;
    };
  }
}

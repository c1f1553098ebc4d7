package hearth.protocol;

/// Every bound of the protocol in one place. Lengths of text are in Unicode code points.
public final class Limits {
  /// The WebSocket subprotocol; a new major version of the protocol has a new name.
  public static final String SUBPROTOCOL = "hearth.v1";

  /// The port a server listens on unless told otherwise.
  public static final int DEFAULT_PORT = 7420;

  /// Longest name of a person, a server or a group, in code points.
  public static final int NAME = 40;

  /// Longest topic of a chat, in code points.
  public static final int TOPIC = 250;

  /// Longest status of a person, in code points.
  public static final int STATUS = 100;

  /// Longest text of a message, in code points.
  public static final int TEXT = 4_000;

  /// Most members named in one `createGroup` or `addMembers`.
  public static final int MEMBERS = 1_000;

  /// Most members of a group: those, and who made it.
  public static final int GROUP = MEMBERS + 1;

  /// Shortest and longest token of a device, in characters; 256 bits as base64url are 43.
  public static final int TOKEN_MIN = 32;

  public static final int TOKEN = 128;

  /// Most devices of one person.
  public static final int DEVICES = 20;

  /// Most people whom one person blocks.
  public static final int BLOCKED = 200;

  /// Most members of a chat in which it is kept when each of them got and read a message.
  public static final int RECEIPTS = 100;

  /// Longest emoji, in UTF-16 units; the longest flags and families have about 30.
  public static final int EMOJI = 40;

  /// Most different emoji on one message.
  public static final int REACTIONS = 20;

  /// Most rows in one page of history, and entries in one of catch-up.
  public static final int PAGE = 200;

  /// Most entries a client may be behind in a chat and still be caught up; over it the answer is
  /// [Response.Resync].
  public static final int CATCH_UP = 2_000;

  /// Unread messages are counted to here and no further.
  public static final int UNREAD = 1_000;

  /// Largest message a server accepts, in bytes.
  public static final int FRAME_TO_SERVER = 64 * 1024;

  /// Largest message a client accepts, in bytes: a full page of the longest texts fits.
  public static final int FRAME_TO_CLIENT = 8 * 1024 * 1024;

  /// Deepest nesting of JSON.
  public static final int JSON_DEPTH = 12;

  /// Most members in one JSON object.
  public static final int JSON_MEMBERS = 32;

  /// Most elements in one JSON list.
  public static final int JSON_ELEMENTS = 200_000;

  /// The longest wait that a refusal may ask for, in milliseconds.
  public static final long RETRY_AFTER_MILLIS = 60 * 60 * 1_000;

  /// The slowest slow mode, in seconds.
  public static final int SLOW_MODE_SECONDS = 60 * 60;

  /// The WebSocket close code for a client that does not read as fast as it is written to. It comes
  /// back and is caught up from the log.
  public static final int CLOSE_TOO_SLOW = 4008;

  /// The WebSocket close code for a person whom the server's owner has removed.
  public static final int CLOSE_REMOVED = 4010;

  /// The WebSocket close code for a device that its person has signed out.
  public static final int CLOSE_SIGNED_OUT = 4011;

  private Limits() {}
}

package hearth.protocol;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Why a request was refused. The wire carries [#code], never an ordinal; a code once given keeps
/// its meaning. Negative codes are those of JSON-RPC 2.0, section 5.1.
public enum Fault {
  /// A fault of a newer version, whose code this one does not know. Never sent.
  UNKNOWN(0, "The server refused this for a reason that this version does not know."),

  PARSE_ERROR(-32700, "The message is not JSON."),
  INVALID_REQUEST(-32600, "The message is not a request of this protocol."),
  METHOD_UNKNOWN(-32601, "There is no such method."),
  PARAMS_INVALID(-32602, "A parameter is missing or wrong."),
  INTERNAL(-32603, "The server failed."),

  NOT_JOINED(1001, "Join or resume first."),
  ALREADY_JOINED(1002, "This connection has joined already."),
  TOKEN_UNKNOWN(1003, "This server does not know the device's token."),
  ACCOUNT_DELETED(1004, "The server's owner has removed this person."),
  DEVICE_SIGNED_OUT(1005, "This device was signed out by its person."),

  NAME_EMPTY(1010, "A name is needed."),
  NAME_TOO_LONG(1011, "The name is longer than " + Limits.NAME + " characters."),
  NAME_CHARACTERS(1012, "The name has characters that cannot be shown."),
  NAME_TAKEN(1013, "That name is taken."),
  PEOPLE_TOO_MANY(1014, "This server takes no more people."),
  JOINS_TOO_MANY(1015, "Too many people have joined from this network today."),
  DEVICE_CODE_UNKNOWN(1016, "There is no such code, or it was used, or it is too old."),
  DEVICES_TOO_MANY(1017, "A person has at most " + Limits.DEVICES + " devices."),
  BLOCKED_TOO_MANY(1019, "A person blocks at most " + Limits.BLOCKED + " people."),

  TEXT_EMPTY(1020, "A message needs text."),
  TEXT_TOO_LONG(1021, "The text is longer than " + Limits.TEXT + " characters."),
  SEND_ID_REUSED(1022, "This sendId was used for something else."),
  EMOJI_INVALID(1023, "A reaction is one emoji."),
  ACTION_UNKNOWN(1024, "This server does not know this kind of action."),

  CHAT_UNKNOWN(1030, "There is no such chat among yours."),
  USER_UNKNOWN(1031, "There is no such person here."),
  MEMBERS_TOO_MANY(1032, "More than " + Limits.MEMBERS + " members at once."),
  MEMBERS_TOO_FEW(1033, "A group needs somebody beside its maker."),
  MESSAGE_UNKNOWN(1034, "There is no such message, or it was deleted."),
  REACTIONS_TOO_MANY(1035, "A message has at most " + Limits.REACTIONS + " different reactions."),
  OWN_CHATS_TOO_MANY(1036, "This person has made as many chats as one may here."),
  CHATS_TOO_MANY(1037, "This server takes no more chats, or members of chats."),

  STORE_FAILED(1040, "The server cannot write to its disk."),
  SERVER_BUSY(1041, "The server is busy; try again."),
  SERVER_STOPPING(1042, "The server is stopping."),
  RATE_LIMITED(1043, "Too many requests; wait a moment."),

  NOT_ALLOWED(1050, "Only the chat owner can do this."),
  SERVER_OWNER_ONLY(1051, "Only the server's owner can do this."),
  SERVER_OWNER_STAYS(1052, "The server's owner cannot be removed.");

  private static final Map<Integer, Fault> BY_CODE =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(Fault::code, Function.identity()));

  private final int code;
  private final String sentence;

  Fault(int code, String sentence) {
    this.code = code;
    this.sentence = sentence;
  }

  /// The number on the wire.
  public int code() {
    return code;
  }

  /// One English sentence for logs; a client shows its own words.
  public String sentence() {
    return sentence;
  }

  /// Whether the same request may succeed later without being changed.
  public boolean isTransient() {
    return this == STORE_FAILED
        || this == SERVER_BUSY
        || this == SERVER_STOPPING
        || this == RATE_LIMITED
        || this == INTERNAL;
  }

  /// The fault with this wire code; empty for a code of a newer version.
  public static Optional<Fault> ofCode(int code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }
}

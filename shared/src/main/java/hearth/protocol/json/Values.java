package hearth.protocol.json;

import static hearth.protocol.json.Field.nullable;
import static hearth.protocol.json.Field.required;
import static hearth.protocol.json.Field.usually;
import static hearth.protocol.json.Ids.CHAT_ID;
import static hearth.protocol.json.Ids.DEVICE_ID;
import static hearth.protocol.json.Ids.SEND_ID;
import static hearth.protocol.json.Ids.USER_ID;
import static hearth.protocol.json.JsonTypes.FLAG;
import static hearth.protocol.json.JsonTypes.INT;
import static hearth.protocol.json.JsonTypes.LONG;
import static hearth.protocol.json.JsonTypes.STRING;
import static hearth.protocol.json.JsonTypes.TIME;
import static hearth.protocol.json.JsonTypes.list;
import static hearth.protocol.json.JsonTypes.words;

import hearth.protocol.Blocked;
import hearth.protocol.Capabilities;
import hearth.protocol.Channel;
import hearth.protocol.Chat;
import hearth.protocol.ChatOverview;
import hearth.protocol.ChatSettings;
import hearth.protocol.Device;
import hearth.protocol.Entry;
import hearth.protocol.Hidden;
import hearth.protocol.Marker;
import hearth.protocol.Markers;
import hearth.protocol.Mask;
import hearth.protocol.OverviewPage;
import hearth.protocol.OwnSettings;
import hearth.protocol.Page;
import hearth.protocol.Preferences;
import hearth.protocol.Presence;
import hearth.protocol.Reaction;
import hearth.protocol.ReceiptTimes;
import hearth.protocol.Row;
import hearth.protocol.ServerInfo;
import hearth.protocol.Sign;
import hearth.protocol.Status;
import hearth.protocol.User;
import hearth.protocol.Version;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The values that requests, responses and notifications are made of.
public final class Values {
  static final JsonType<Chat.Kind> KIND =
      words(
          Chat.Kind.UNKNOWN,
          Map.of(
              "lobby",
              Chat.Kind.LOBBY,
              "direct",
              Chat.Kind.DIRECT,
              "group",
              Chat.Kind.GROUP,
              "channel",
              Chat.Kind.CHANNEL,
              "masked",
              Chat.Kind.MASKED));

  private static final JsonType<Presence> PRESENCE =
      words(
          Presence.UNKNOWN,
          Map.of("online", Presence.ONLINE, "away", Presence.AWAY, "offline", Presence.OFFLINE));

  static final RecordType<ServerInfo> SERVER =
      RecordType.of(
          required("id", STRING, ServerInfo::id),
          required("name", STRING, ServerInfo::name),
          ServerInfo::new);

  static final RecordType<Capabilities> CAPABILITIES =
      RecordType.of(
          required("minor", INT, Capabilities::minor),
          required("features", list(STRING), Capabilities::features),
          Capabilities::new);

  static final JsonType<Hidden> HIDDEN =
      words(
          Hidden.UNKNOWN,
          Map.of("presence", Hidden.PRESENCE, "reading", Hidden.READING, "typing", Hidden.TYPING));

  private static final JsonType<Blocked> BLOCKED =
      RecordType.of(
          required("user", USER_ID, Blocked::user),
          required("since", TIME, Blocked::since),
          usually("after", LONG, Blocked::after, 0L),
          Blocked::new);

  public static final JsonType<List<Blocked>> BLOCKED_LIST = list(BLOCKED);

  public static final JsonType<OwnSettings> OWN_SETTINGS =
      RecordType.of(
          usually("hidden", list(HIDDEN), OwnSettings::hidden, List.of()),
          usually("blocked", BLOCKED_LIST, OwnSettings::blocked, List.of()),
          OwnSettings::new);

  private static final JsonType<Status> STATUS =
      RecordType.of(
          usually("text", STRING, Status::text, ""),
          nullable("until", TIME, Status::until),
          nullable("quietUntil", TIME, Status::quietUntil),
          Status::new);

  public static final JsonType<User> USER =
      RecordType.of(
          required("id", USER_ID, User::id),
          required("name", STRING, User::name),
          required("presence", PRESENCE, User::presence),
          nullable("lastSeen", TIME, User::lastSeen),
          usually("deleted", FLAG, User::deleted, false),
          usually("alias", FLAG, User::isAlias, false),
          usually("status", STATUS, User::status, Status.NONE),
          (id, name, presence, lastSeen, deleted, alias, status) ->
              new User(id, name, presence, lastSeen, kind(deleted, alias), status));

  private static User.Kind kind(boolean deleted, boolean alias) {
    if (deleted) {
      return User.Kind.DELETED;
    }
    return alias ? User.Kind.ALIAS : User.Kind.PERSON;
  }

  static final JsonType<Device> DEVICE =
      RecordType.of(
          required("id", DEVICE_ID, Device::id),
          usually("name", STRING, Device::name, ""),
          nullable("lastSeen", TIME, Device::lastSeen),
          usually("online", FLAG, Device::online, false),
          usually("current", FLAG, Device::current, false),
          Device::new);

  static final RecordType<Entry> ENTRY_RECORD =
      RecordType.of(
          required("chat", CHAT_ID, Entry::chat),
          required("seq", LONG, Entry::seq),
          required("at", TIME, Entry::at),
          required("author", USER_ID, Entry::author),
          nullable("sendId", SEND_ID, Entry::sendId),
          required("action", Actions.ACTION, Entry::action),
          Entry::new);

  public static final JsonType<Entry> ENTRY = ENTRY_RECORD;

  static final JsonType<Sign> SIGN =
      words(
          Sign.UNKNOWN,
          Arrays.stream(Sign.values())
              .filter(sign -> sign != Sign.UNKNOWN)
              .collect(Collectors.toMap(Sign::word, Function.identity())));

  private static final JsonType<Reaction> REACTION =
      RecordType.of(
          required("emoji", STRING, Reaction::emoji),
          required("users", list(USER_ID), Reaction::users),
          Reaction::new);

  public static final JsonType<Row> ROW =
      RecordType.of(
          required("entry", ENTRY, Row::entry),
          required("changed", LONG, Row::changed),
          nullable("editedAt", TIME, Row::editedAt),
          usually("reactions", list(REACTION), Row::reactions, List.of()),
          Row::new);

  private static final JsonType<Chat.MemberRole> MEMBER_ROLE =
      RecordType.of(
          required("user", USER_ID, Chat.MemberRole::user),
          required("role", Actions.ROLE, Chat.MemberRole::role),
          Chat.MemberRole::new);

  private static final JsonType<ChatSettings.Rule> RULE =
      RecordType.of(
          required("permission", Actions.PERMISSION, ChatSettings.Rule::permission),
          required("from", Actions.ROLE, ChatSettings.Rule::from),
          ChatSettings.Rule::new);

  public static final JsonType<ChatSettings> CHAT_SETTINGS =
      RecordType.of(
          usually("slowModeSeconds", INT, ChatSettings::slowModeSeconds, 0),
          usually("pins", list(LONG), ChatSettings::pins, List.of()),
          usually("topic", STRING, ChatSettings::topic, ""),
          usually("rules", list(RULE), ChatSettings::rules, List.of()),
          ChatSettings::new);

  private static final JsonType<Chat> CHAT =
      RecordType.of(
          required("id", CHAT_ID, Chat::id),
          required("kind", KIND, Chat::kind),
          usually("title", STRING, Chat::title, ""),
          required("members", list(USER_ID), Chat::members),
          usually("roles", list(MEMBER_ROLE), Chat::roles, List.of()),
          usually("settings", CHAT_SETTINGS, Chat::settings, ChatSettings.USUAL),
          Chat::new);

  static final JsonType<Channel> CHANNEL =
      RecordType.of(
          required("id", CHAT_ID, Channel::id),
          required("title", STRING, Channel::title),
          usually("topic", STRING, Channel::topic, ""),
          required("members", INT, Channel::members),
          usually("kind", KIND, Channel::kind, Chat.Kind.CHANNEL),
          Channel::new);

  static final JsonType<Marker> MARKER =
      RecordType.of(
          required("user", USER_ID, Marker::user),
          required("delivered", LONG, Marker::delivered),
          required("read", LONG, Marker::read),
          Marker::new);

  private static final JsonType<Markers> MARKERS =
      RecordType.of(
          usually("floor", LONG, Markers::floor, 0L),
          usually("listed", list(MARKER), Markers::listed, List.of()),
          Markers::new);

  private static final JsonType<Preferences.Reminder> REMINDER =
      RecordType.of(
          required("seq", LONG, Preferences.Reminder::seq),
          required("at", TIME, Preferences.Reminder::at),
          Preferences.Reminder::new);

  public static final JsonType<Preferences> PREFERENCES =
      RecordType.of(
          nullable("mutedUntil", TIME, Preferences::mutedUntil),
          usually("archived", FLAG, Preferences::archived, false),
          usually("pinned", FLAG, Preferences::pinned, false),
          usually("unreadFrom", LONG, Preferences::unreadFrom, 0L),
          usually("draft", STRING, Preferences::draft, ""),
          usually("reminders", list(REMINDER), Preferences::reminders, List.of()),
          Preferences::new);

  private static final JsonType<Mask> MASK =
      RecordType.of(
          required("as", USER_ID, Mask::as),
          required("aliases", list(USER), Mask::aliases),
          Mask::new);

  public static final JsonType<ChatOverview> CHAT_OVERVIEW =
      RecordType.of(
          required("chat", CHAT, ChatOverview::chat),
          required("head", LONG, ChatOverview::head),
          required("activeAt", TIME, ChatOverview::activeAt),
          nullable("last", ROW, ChatOverview::last),
          usually("markers", MARKERS, ChatOverview::markers, Markers.NONE),
          usually("unread", INT, overview -> overview.mine().unread(), 0),
          usually("mentions", INT, overview -> overview.mine().mentions(), 0),
          usually(
              "preferences",
              PREFERENCES,
              overview -> overview.mine().preferences(),
              Preferences.NONE),
          nullable("mask", MASK, overview -> overview.mine().mask()),
          (chat, head, activeAt, last, markers, unread, mentions, preferences, mask) ->
              new ChatOverview(
                  chat,
                  head,
                  activeAt,
                  last,
                  markers,
                  new ChatOverview.Mine(unread, mentions, preferences, mask)));

  static final JsonType<OverviewPage> OVERVIEW_PAGE =
      RecordType.of(
          required("people", list(USER), OverviewPage::people),
          required("chats", list(CHAT_OVERVIEW), OverviewPage::chats),
          nullable("next", STRING, OverviewPage::next),
          OverviewPage::new);

  static final JsonType<Page> PAGE =
      RecordType.of(
          required("chat", CHAT_ID, Page::chat),
          required("from", LONG, Page::from),
          required("to", LONG, Page::to),
          required("rows", list(ROW), Page::rows),
          usually("quoted", list(ROW), Page::quoted, List.of()),
          Page::new);

  static final JsonType<ReceiptTimes> RECEIPT_TIMES =
      RecordType.of(
          required("user", USER_ID, ReceiptTimes::user),
          nullable("delivered", TIME, ReceiptTimes::delivered),
          nullable("read", TIME, ReceiptTimes::read),
          ReceiptTimes::new);

  static final JsonType<Version> VERSION =
      RecordType.of(
          required("at", TIME, Version::at),
          required("content", Actions.CONTENT, Version::content),
          Version::new);

  private Values() {}
}

package hearth.protocol.json;

import static hearth.protocol.json.Field.required;
import static hearth.protocol.json.Field.usually;
import static hearth.protocol.json.Ids.CHAT_ID;
import static hearth.protocol.json.Ids.DEVICE_CODE;
import static hearth.protocol.json.Ids.USER_ID;
import static hearth.protocol.json.JsonTypes.FLAG;
import static hearth.protocol.json.JsonTypes.INT;
import static hearth.protocol.json.JsonTypes.LONG;
import static hearth.protocol.json.JsonTypes.STRING;
import static hearth.protocol.json.JsonTypes.TIME;
import static hearth.protocol.json.JsonTypes.list;
import static hearth.protocol.json.Values.CHAT_OVERVIEW;
import static hearth.protocol.json.Values.ENTRY;
import static hearth.protocol.json.Values.OVERVIEW_PAGE;
import static hearth.protocol.json.Values.PAGE;

import hearth.protocol.OwnSettings;
import hearth.protocol.Response;
import hearth.protocol.Response.Appended;
import hearth.protocol.Response.Channels;
import hearth.protocol.Response.ChatOpened;
import hearth.protocol.Response.DeviceCodeCreated;
import hearth.protocol.Response.Devices;
import hearth.protocol.Response.Done;
import hearth.protocol.Response.Entries;
import hearth.protocol.Response.History;
import hearth.protocol.Response.Joined;
import hearth.protocol.Response.Overview;
import hearth.protocol.Response.Place;
import hearth.protocol.Response.Receipts;
import hearth.protocol.Response.Resumed;
import hearth.protocol.Response.Resync;
import hearth.protocol.Response.Unread;
import hearth.protocol.Response.Versions;
import hearth.protocol.Response.Welcome;

/// Every [Response]; the word is the result's type.
final class Responses {
  private static final RecordType<Welcome> WELCOME =
      RecordType.of(
          required("server", Values.SERVER, Welcome::server),
          required("capabilities", Values.CAPABILITIES, Welcome::capabilities),
          required("epoch", STRING, Welcome::epoch),
          Welcome::new);

  static final Family<Response> RESPONSES =
      new Family<Response>()
          .with("welcome", Welcome.class, WELCOME)
          .with(
              "joined",
              Joined.class,
              RecordType.of(
                  required("me", USER_ID, Joined::me),
                  usually("name", STRING, Joined::name, ""),
                  Joined::new))
          .with(
              "deviceCode",
              DeviceCodeCreated.class,
              RecordType.of(
                  required("code", DEVICE_CODE, DeviceCodeCreated::code),
                  required("validMillis", LONG, DeviceCodeCreated::validMillis),
                  DeviceCodeCreated::new))
          .with(
              "devices",
              Devices.class,
              RecordType.of(
                  required("devices", list(Values.DEVICE), Devices::devices), Devices::new))
          .with(
              "resumed",
              Resumed.class,
              RecordType.of(
                  required("welcome", WELCOME, Resumed::welcome),
                  required("me", USER_ID, Resumed::me),
                  required("overview", OVERVIEW_PAGE, Resumed::overview),
                  usually("owner", FLAG, Resumed::owner, false),
                  usually("own", Values.OWN_SETTINGS, Resumed::own, OwnSettings.NONE),
                  Resumed::new))
          .with(
              "overview",
              Overview.class,
              RecordType.of(required("page", OVERVIEW_PAGE, Overview::page), Overview::new))
          .with(
              "appended",
              Appended.class,
              RecordType.of(
                  required("chat", CHAT_ID, Appended::chat),
                  required("seq", LONG, Appended::seq),
                  required("at", TIME, Appended::at),
                  Appended::new))
          .with(
              "chatOpened",
              ChatOpened.class,
              RecordType.of(required("chat", CHAT_OVERVIEW, ChatOpened::chat), ChatOpened::new))
          .with(
              "entries",
              Entries.class,
              RecordType.of(
                  required("chat", CHAT_ID, Entries::chat),
                  required("entries", list(ENTRY), Entries::entries),
                  required("more", FLAG, Entries::more),
                  Entries::new))
          .with(
              "resync",
              Resync.class,
              RecordType.of(required("page", PAGE, Resync::page), Resync::new))
          .with(
              "history",
              History.class,
              RecordType.of(required("page", PAGE, History::page), History::new))
          .with(
              "versions",
              Versions.class,
              RecordType.of(
                  required("chat", CHAT_ID, Versions::chat),
                  required("seq", LONG, Versions::seq),
                  required("versions", list(Values.VERSION), Versions::versions),
                  Versions::new))
          .with(
              "receipts",
              Receipts.class,
              RecordType.of(
                  required("chat", CHAT_ID, Receipts::chat),
                  required("seq", LONG, Receipts::seq),
                  required("times", list(Values.RECEIPT_TIMES), Receipts::times),
                  Receipts::new))
          .with(
              "unread",
              Unread.class,
              RecordType.of(
                  required("chat", CHAT_ID, Unread::chat),
                  required("after", LONG, Unread::after),
                  required("to", LONG, Unread::to),
                  required("count", INT, Unread::count),
                  usually("mentions", INT, Unread::mentions, 0),
                  Unread::new))
          .with(
              "channels",
              Channels.class,
              RecordType.of(
                  required("channels", list(Values.CHANNEL), Channels::channels),
                  required("more", FLAG, Channels::more),
                  Channels::new))
          .with(
              "place",
              Place.class,
              RecordType.of(
                  required("chat", CHAT_ID, Place::chat),
                  required("seq", LONG, Place::seq),
                  Place::new))
          .with("done", Done.class, RecordType.of(Done::new));

  static final JsonType<Response> RESPONSE =
      new Tagged<>(
          RESPONSES,
          (type, _, _) -> new Response.Unknown(type),
          response ->
              response instanceof Response.Unknown unknown
                  ? new JsonOut().beginObject().name("type").value(unknown.type()).endObject() + ""
                  : null);

  private Responses() {}
}

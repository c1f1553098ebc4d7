package hearth.protocol.json;

import static hearth.protocol.json.Field.nullable;
import static hearth.protocol.json.Field.required;
import static hearth.protocol.json.Field.usually;
import static hearth.protocol.json.Ids.CHAT_ID;
import static hearth.protocol.json.Ids.DEVICE_CODE;
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

import hearth.protocol.Chat;
import hearth.protocol.Request;
import hearth.protocol.Request.Append;
import hearth.protocol.Request.CatchUp;
import hearth.protocol.Request.CountUnread;
import hearth.protocol.Request.CreateDeviceCode;
import hearth.protocol.Request.CreateGroup;
import hearth.protocol.Request.DeleteChat;
import hearth.protocol.Request.DeleteUser;
import hearth.protocol.Request.FetchHistory;
import hearth.protocol.Request.FetchOverview;
import hearth.protocol.Request.FetchReceipts;
import hearth.protocol.Request.FetchVersions;
import hearth.protocol.Request.FindTime;
import hearth.protocol.Request.Hello;
import hearth.protocol.Request.Join;
import hearth.protocol.Request.LinkDevice;
import hearth.protocol.Request.ListChannels;
import hearth.protocol.Request.ListDevices;
import hearth.protocol.Request.MarkDelivered;
import hearth.protocol.Request.MarkRead;
import hearth.protocol.Request.OpenDirect;
import hearth.protocol.Request.RemoveDevice;
import hearth.protocol.Request.Resume;
import hearth.protocol.Request.SetAway;
import hearth.protocol.Request.SetBlocked;
import hearth.protocol.Request.SetHidden;
import hearth.protocol.Request.SetName;
import hearth.protocol.Request.SetQuiet;
import hearth.protocol.Request.SetStatus;
import hearth.protocol.Request.ShowSign;
import hearth.protocol.Request.Side;
import java.util.Map;

/// Every [Request]; the word is the method, the object its parameters.
final class Requests {
  private static final JsonType<Side> SIDE =
      words(
          Side.UNKNOWN, Map.of("before", Side.BEFORE, "after", Side.AFTER, "around", Side.AROUND));

  static final Family<Request> REQUESTS =
      new Family<Request>()
          .with("hello", Hello.class, RecordType.of(Hello::new))
          .with(
              "join",
              Join.class,
              RecordType.of(
                  required("name", STRING, Join::name),
                  required("token", STRING, Join::token),
                  usually("device", STRING, Join::device, ""),
                  Join::new))
          .with(
              "resume",
              Resume.class,
              RecordType.of(required("token", STRING, Resume::token), Resume::new))
          .with(
              "linkDevice",
              LinkDevice.class,
              RecordType.of(
                  required("code", DEVICE_CODE, LinkDevice::code),
                  required("token", STRING, LinkDevice::token),
                  usually("device", STRING, LinkDevice::device, ""),
                  LinkDevice::new))
          .with("createDeviceCode", CreateDeviceCode.class, RecordType.of(CreateDeviceCode::new))
          .with("listDevices", ListDevices.class, RecordType.of(ListDevices::new))
          .with(
              "removeDevice",
              RemoveDevice.class,
              RecordType.of(required("device", DEVICE_ID, RemoveDevice::device), RemoveDevice::new))
          .with(
              "fetchOverview",
              FetchOverview.class,
              RecordType.of(required("from", STRING, FetchOverview::from), FetchOverview::new))
          .with(
              "append",
              Append.class,
              RecordType.of(
                  required("chat", CHAT_ID, Append::chat),
                  required("sendId", SEND_ID, Append::sendId),
                  required("action", Actions.ACTION, Append::action),
                  Append::new))
          .with(
              "openDirect",
              OpenDirect.class,
              RecordType.of(required("with", USER_ID, OpenDirect::with), OpenDirect::new))
          .with(
              "createGroup",
              CreateGroup.class,
              RecordType.of(
                  required("sendId", SEND_ID, CreateGroup::sendId),
                  required("title", STRING, CreateGroup::title),
                  required("members", list(USER_ID), CreateGroup::members),
                  usually("kind", Values.KIND, CreateGroup::kind, Chat.Kind.GROUP),
                  CreateGroup::new))
          .with(
              "listChannels",
              ListChannels.class,
              RecordType.of(
                  usually("after", LONG, ListChannels::after, 0L),
                  usually("masked", FLAG, ListChannels::masked, false),
                  ListChannels::new))
          .with(
              "deleteChat",
              DeleteChat.class,
              RecordType.of(required("chat", CHAT_ID, DeleteChat::chat), DeleteChat::new))
          .with(
              "deleteUser",
              DeleteUser.class,
              RecordType.of(required("user", USER_ID, DeleteUser::user), DeleteUser::new))
          .with(
              "setName",
              SetName.class,
              RecordType.of(required("name", STRING, SetName::name), SetName::new))
          .with(
              "setStatus",
              SetStatus.class,
              RecordType.of(
                  usually("text", STRING, SetStatus::text, ""),
                  nullable("until", TIME, SetStatus::until),
                  SetStatus::new))
          .with(
              "setQuiet",
              SetQuiet.class,
              RecordType.of(nullable("until", TIME, SetQuiet::until), SetQuiet::new))
          .with(
              "setHidden",
              SetHidden.class,
              RecordType.of(
                  required("what", Values.HIDDEN, SetHidden::what),
                  usually("on", FLAG, SetHidden::on, true),
                  SetHidden::new))
          .with(
              "setBlocked",
              SetBlocked.class,
              RecordType.of(
                  required("user", USER_ID, SetBlocked::user),
                  usually("on", FLAG, SetBlocked::on, true),
                  SetBlocked::new))
          .with(
              "catchUp",
              CatchUp.class,
              RecordType.of(
                  required("chat", CHAT_ID, CatchUp::chat),
                  required("after", LONG, CatchUp::after),
                  nullable("at", TIME, CatchUp::at),
                  CatchUp::new))
          .with(
              "fetchHistory",
              FetchHistory.class,
              RecordType.of(
                  required("chat", CHAT_ID, FetchHistory::chat),
                  required("side", SIDE, FetchHistory::side),
                  required("seq", LONG, FetchHistory::seq),
                  required("limit", INT, FetchHistory::limit),
                  FetchHistory::new))
          .with(
              "fetchVersions",
              FetchVersions.class,
              RecordType.of(
                  required("chat", CHAT_ID, FetchVersions::chat),
                  required("seq", LONG, FetchVersions::seq),
                  FetchVersions::new))
          .with(
              "fetchReceipts",
              FetchReceipts.class,
              RecordType.of(
                  required("chat", CHAT_ID, FetchReceipts::chat),
                  required("seq", LONG, FetchReceipts::seq),
                  FetchReceipts::new))
          .with(
              "countUnread",
              CountUnread.class,
              RecordType.of(
                  required("chat", CHAT_ID, CountUnread::chat),
                  required("after", LONG, CountUnread::after),
                  CountUnread::new))
          .with(
              "findTime",
              FindTime.class,
              RecordType.of(
                  required("chat", CHAT_ID, FindTime::chat),
                  required("at", TIME, FindTime::at),
                  FindTime::new))
          .with(
              "markRead",
              MarkRead.class,
              RecordType.of(
                  required("chat", CHAT_ID, MarkRead::chat),
                  required("seq", LONG, MarkRead::seq),
                  MarkRead::new))
          .with(
              "markDelivered",
              MarkDelivered.class,
              RecordType.of(
                  required("chat", CHAT_ID, MarkDelivered::chat),
                  required("seq", LONG, MarkDelivered::seq),
                  MarkDelivered::new))
          .with(
              "showSign",
              ShowSign.class,
              RecordType.of(
                  required("chat", CHAT_ID, ShowSign::chat),
                  required("sign", Values.SIGN, ShowSign::sign),
                  ShowSign::new))
          .with(
              "setAway",
              SetAway.class,
              RecordType.of(required("away", FLAG, SetAway::away), SetAway::new));

  private Requests() {}
}

package hearth.protocol.json;

import hearth.protocol.Action;
import hearth.protocol.Blocked;
import hearth.protocol.Channel;
import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.Content;
import hearth.protocol.Device;
import hearth.protocol.DeviceCode;
import hearth.protocol.DeviceId;
import hearth.protocol.Entry;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Forwarded;
import hearth.protocol.Frame;
import hearth.protocol.Hidden;
import hearth.protocol.Limits;
import hearth.protocol.Marker;
import hearth.protocol.Markers;
import hearth.protocol.Mask;
import hearth.protocol.Notification;
import hearth.protocol.OverviewPage;
import hearth.protocol.OwnSettings;
import hearth.protocol.Page;
import hearth.protocol.Permission;
import hearth.protocol.Preferences;
import hearth.protocol.Presence;
import hearth.protocol.Reaction;
import hearth.protocol.ReceiptTimes;
import hearth.protocol.Request;
import hearth.protocol.Response;
import hearth.protocol.Role;
import hearth.protocol.Row;
import hearth.protocol.SendId;
import hearth.protocol.ServerInfo;
import hearth.protocol.Sign;
import hearth.protocol.Status;
import hearth.protocol.User;
import hearth.protocol.UserId;
import hearth.protocol.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;

/// One or more samples of every record that can stand on the wire.
final class Samples {
  static final Instant AT = Instant.ofEpochMilli(1_790_000_000_123L);
  static final SendId SEND_ID =
      new SendId(new UUID(0x0199_e1a2_7b1c_7000L, 0x8000_0000_0000_002aL));
  static final ChatId CHAT = new ChatId(3);
  static final UserId MIRA = new UserId(1);
  static final UserId BO = new UserId(2);
  static final String TOKEN = "h3a1Kc0y8ZpQm3uVnX5t9B2dEoJrWsLi7fGzTqNbYxU";
  static final DeviceCode CODE = new DeviceCode("K7QM2XPA");
  static final DeviceId DEVICE = new DeviceId(5_224_775_083_111L);
  static final Content TEXT = new Content.Text("Grüße, 下午三点见 🎉\n\t\"quoted\" \\ </script>");
  static final Entry POST = new Entry(CHAT, 9, AT, MIRA, SEND_ID, new Action.Post(TEXT, 4));
  static final Row ROW = new Row(POST, 12, AT, List.of(new Reaction("👍", List.of(BO, MIRA))));
  static final List<User> PEOPLE =
      List.of(
          new User(MIRA, "Mira Novak", Presence.ONLINE, null),
          new User(
              BO,
              "Bo Müller",
              Presence.OFFLINE,
              AT,
              User.Kind.PERSON,
              new Status("on holiday", AT, AT)),
          User.alias(new UserId(31), "Amber Fox"),
          User.deleted(new UserId(4)));
  static final Preferences PREFERENCES =
      new Preferences(AT, true, true, 4, "Dear ", List.of(new Preferences.Reminder(4, AT)));
  static final ChatOverview FULL =
      new ChatOverview(
          new Chat(
              CHAT,
              Chat.Kind.GROUP,
              "Robot team",
              List.of(MIRA, BO),
              List.of(new Chat.MemberRole(MIRA, Role.OWNER)),
              30),
          12,
          AT,
          ROW,
          new Markers(7, List.of(new Marker(MIRA, 9, 9))),
          new ChatOverview.Mine(
              2, 1, PREFERENCES, new Mask(MIRA, List.of(User.alias(MIRA, "Quiet Owl 2")))));
  static final ChatOverview BARE =
      new ChatOverview(
          new Chat(CHAT, Chat.Kind.DIRECT, "", List.of(MIRA, BO), List.of(), 0),
          0,
          AT,
          null,
          Markers.NONE,
          0);
  static final OwnSettings OWN =
      new OwnSettings(
          List.of(Hidden.PRESENCE, Hidden.READING),
          List.of(new Blocked(BO, AT, 4), new Blocked(new UserId(7), AT, 0)));
  static final Page PAGE = new Page(CHAT, 5, 12, List.of(ROW), List.of(Row.of(member(4))));
  static final Response.Welcome WELCOME =
      new Response.Welcome(
          new ServerInfo("0199e1a2-7b1c", "Workshop"), Actions.CAPABILITIES, "b7e1");
  static final OverviewPage OVERVIEW = new OverviewPage(PEOPLE, List.of(FULL, BARE), "c:3");

  private Samples() {}

  private static Entry member(long seq) {
    return new Entry(CHAT, seq, AT, MIRA, null, new Action.AddMembers(List.of(MIRA, BO)));
  }

  static List<Content> contents() {
    return List.of(
        TEXT,
        new Content.Erased(),
        new Content.Unknown("poll", "{\"type\":\"poll\",\"options\":[\"a\",{\"b\":null}]}"));
  }

  static List<Action> actions() {
    List<Action> all = new ArrayList<>(entryActions());
    all.addAll(personalActions());
    return all;
  }

  private static List<Action> personalActions() {
    return List.of(
        new Action.Mute(AT),
        new Action.Mute(null),
        new Action.Archive(true),
        new Action.PinChat(false),
        new Action.MarkUnread(4),
        new Action.SaveDraft("Dear "),
        new Action.Remind(4, AT),
        new Action.Remind(4, null));
  }

  private static List<Action> entryActions() {
    List<Action> actions = new ArrayList<>();
    contents().forEach(content -> actions.add(new Action.Post(content, 0)));
    actions.addAll(
        List.of(
            new Action.Post(TEXT, 4),
            new Action.Edit(9, TEXT),
            new Action.Delete(9),
            new Action.React(9, "👩‍👩‍👧", true),
            new Action.React(9, "👍", false),
            new Action.Pin(9, true),
            new Action.Pin(9, false),
            new Action.AddMembers(List.of(MIRA, BO)),
            new Action.RemoveMember(BO),
            new Action.SetRole(BO, Role.OWNER),
            new Action.SetSlowMode(Limits.SLOW_MODE_SECONDS),
            new Action.Post(TEXT, 4, new Forwarded(BO, null)),
            new Action.Rename("Robots"),
            new Action.SetTopic("All about robots"),
            new Action.SetTopic(""),
            new Action.SetPermission(Permission.MENTION_ALL, Role.ADMIN),
            new Action.Unknown("wave", 0, "{\"type\":\"wave\",\"how\":[1,true,-2.5e3]}"),
            new Action.Unknown("frame", 9, "{\"type\":\"frame\",\"target\":9}")));
    return actions;
  }

  static List<Request> requests() {
    return List.of(
        new Request.Hello(),
        new Request.Join("Mira", TOKEN),
        new Request.Join("Mira", TOKEN, "Laptop (Linux)"),
        new Request.LinkDevice(CODE, TOKEN, "Laptop (Linux)"),
        new Request.LinkDevice(CODE, TOKEN, ""),
        new Request.CreateDeviceCode(),
        new Request.ListDevices(),
        new Request.RemoveDevice(DEVICE),
        new Request.Resume(TOKEN),
        new Request.FetchOverview("c:3"),
        new Request.Append(CHAT, SEND_ID, Action.Post.text("Hello")),
        new Request.OpenDirect(BO),
        new Request.CreateGroup(SEND_ID, "Robot team", List.of(MIRA, BO)),
        new Request.CreateGroup(SEND_ID, "News", List.of(), Chat.Kind.CHANNEL),
        new Request.CreateGroup(SEND_ID, "Questions", List.of(), Chat.Kind.MASKED),
        new Request.ListChannels(0),
        new Request.FindTime(CHAT, AT),
        new Request.ListChannels(7, true),
        new Request.Append(CHAT, SEND_ID, new Action.Mute(AT)),
        new Request.Append(
            CHAT,
            SEND_ID,
            new Action.Post(TEXT, 0, new Forwarded(BO, new Forwarded.Origin(CHAT, 3)))),
        new Request.DeleteChat(CHAT),
        new Request.DeleteUser(BO),
        new Request.SetName("Mira N."),
        new Request.SetStatus("in a meeting 🗓️", AT),
        new Request.SetStatus("", null),
        new Request.SetQuiet(AT),
        new Request.SetQuiet(null),
        new Request.SetHidden(Hidden.READING, true),
        new Request.SetHidden(Hidden.TYPING, false),
        new Request.SetBlocked(BO, true),
        new Request.SetBlocked(BO, false),
        new Request.CatchUp(CHAT, 0, null),
        new Request.CatchUp(CHAT, 9, AT),
        new Request.FetchHistory(CHAT, Request.Side.BEFORE, 10, 200),
        new Request.FetchHistory(CHAT, Request.Side.AFTER, 0, 1),
        new Request.FetchHistory(CHAT, Request.Side.AROUND, 10, 50),
        new Request.FetchVersions(CHAT, 9),
        new Request.FetchReceipts(CHAT, 9),
        new Request.CountUnread(CHAT, 9),
        new Request.MarkRead(CHAT, Long.MAX_VALUE),
        new Request.MarkDelivered(CHAT, 4),
        new Request.ShowSign(CHAT, Sign.TYPING),
        new Request.SetAway(true));
  }

  static List<Notification> notifications() {
    List<Notification> all = new ArrayList<>();
    entryActions()
        .forEach(
            action ->
                all.add(
                    new Notification.EntryAppended(
                        new Entry(CHAT, 13, AT, MIRA, SEND_ID, action))));
    all.addAll(
        List.of(
            new Notification.ChatAppeared(FULL),
            new Notification.PreferencesChanged(CHAT, PREFERENCES),
            new Notification.PreferencesChanged(CHAT, Preferences.NONE),
            new Notification.OwnSettingsChanged(OWN),
            new Notification.OwnSettingsChanged(OwnSettings.NONE),
            new Notification.ChatDeleted(CHAT),
            new Notification.UserChanged(User.deleted(BO)),
            new Notification.UserChanged(PEOPLE.getFirst()),
            new Notification.UserChanged(PEOPLE.getLast()),
            new Notification.MarkerMoved(CHAT, new Marker(BO, 9, 4)),
            new Notification.SignShown(CHAT, BO, Sign.TYPING)));
    return all;
  }

  static List<Response> responses() {
    return List.of(
        WELCOME,
        new Response.Joined(MIRA),
        new Response.Joined(MIRA, "Mira Novak"),
        new Response.DeviceCodeCreated(CODE, DeviceCode.VALID_MILLIS),
        new Response.Devices(
            List.of(
                new Device(DEVICE, "Laptop (Linux)", AT, true, true),
                new Device(new DeviceId(8), "", null, false, false))),
        new Response.Resumed(WELCOME, MIRA, OVERVIEW),
        new Response.Resumed(WELCOME, MIRA, OVERVIEW, true, OWN),
        new Response.Overview(new OverviewPage(List.of(), List.of(BARE), null)),
        new Response.Appended(CHAT, 9, AT),
        new Response.ChatOpened(BARE),
        new Response.Entries(CHAT, List.of(POST, member(10)), true),
        new Response.Resync(PAGE),
        new Response.History(new Page(CHAT, 1, 0, List.of(), List.of())),
        new Response.Versions(CHAT, 9, List.of(new Version(AT, TEXT))),
        new Response.Receipts(
            CHAT, 9, List.of(new ReceiptTimes(BO, AT, AT), new ReceiptTimes(MIRA, AT, null))),
        new Response.Receipts(CHAT, 9, List.of()),
        new Response.Place(CHAT, 13),
        new Response.Unread(CHAT, 9, 12, 2, 1),
        new Response.Channels(
            List.of(
                new Channel(CHAT, "News", "What is new", 40),
                new Channel(CHAT, "x", "", 0, Chat.Kind.MASKED)),
            true),
        new Response.Done(),
        new Response.Unknown("later"));
  }

  static List<Frame> frames() {
    List<Frame> frames = new ArrayList<>();
    requests().forEach(request -> frames.add(new Frame.RequestFrame(OptionalLong.of(17), request)));
    requests()
        .forEach(request -> frames.add(new Frame.RequestFrame(OptionalLong.empty(), request)));
    responses().forEach(response -> frames.add(new Frame.ResponseFrame(18, response)));
    notifications().forEach(told -> frames.add(new Frame.NotificationFrame(told)));
    Stream.of(Fault.values())
        .forEach(
            fault -> {
              var exactly = new FaultException(fault, "more exactly");
              frames.add(new Frame.ErrorFrame(OptionalLong.of(19), new FaultException(fault)));
              frames.add(new Frame.ErrorFrame(OptionalLong.empty(), exactly));
            });
    frames.add(
        new Frame.ErrorFrame(
            OptionalLong.of(20), FaultException.tooSoon(Duration.ofMillis(1_500))));
    frames.add(new Frame.UnknownFrame(OptionalLong.of(21), "fly"));
    frames.add(new Frame.UnknownFrame(OptionalLong.empty(), "flew"));
    return frames;
  }
}

package hearth.protocol;

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
  static final Message MESSAGE =
      new Message(CHAT, 9, MIRA, SEND_ID, AT, "Grüße, 下午三点见 🎉\n\t\"quoted\" \\ </script>");
  static final List<User> PEOPLE =
      List.of(
          new User(MIRA, "Mira Novak", Presence.ONLINE, null),
          new User(BO, "Bo Müller", Presence.OFFLINE, AT));
  static final ChatOverview FULL =
      new ChatOverview(
          new Chat(CHAT, Chat.Kind.GROUP, "Robot team", List.of(MIRA, BO), 30),
          9,
          AT,
          MESSAGE,
          List.of(new Marker(MIRA, 9, 9), new Marker(BO, 7, 0)),
          2);
  static final ChatOverview BARE =
      new ChatOverview(
          new Chat(CHAT, Chat.Kind.DIRECT, "", List.of(MIRA, BO)), 0, AT, null, List.of(), 0);
  static final Overview OVERVIEW =
      new Overview(new ServerInfo("0199e1a2-7b1c", "Workshop"), MIRA, PEOPLE, List.of(FULL, BARE));

  private Samples() {}

  static List<Request> requests() {
    return List.of(
        new Request.Hello(),
        new Request.Join("Mira"),
        new Request.Resume("secret"),
        new Request.PostMessage(CHAT, SEND_ID, "Hello"),
        new Request.OpenDirect(BO),
        new Request.CreateGroup(SEND_ID, "Robot team", List.of(MIRA, BO)),
        new Request.SetSlowMode(CHAT, Limits.SLOW_MODE_SECONDS),
        new Request.CatchUp(CHAT, 0),
        new Request.FetchOlder(CHAT, 10, 200),
        new Request.MarkRead(CHAT, Long.MAX_VALUE),
        new Request.MarkDelivered(CHAT, 4),
        new Request.ReportTyping(CHAT),
        new Request.SetAway(true));
  }

  static List<Event> events() {
    return List.of(
        new Event.MessagePosted(MESSAGE),
        new Event.MembersAdded(CHAT, 1, AT, MIRA, List.of(MIRA, BO)),
        new Event.SlowModeSet(CHAT, 10, AT, MIRA, 0),
        new Event.ChatAppeared(FULL),
        new Event.UserJoined(PEOPLE.getFirst()),
        new Event.PresenceChanged(PEOPLE.getLast()),
        new Event.ChatDelivered(CHAT, BO, 9),
        new Event.ChatRead(CHAT, BO, 9),
        new Event.UserTyped(CHAT, BO));
  }

  static List<Reply> replies() {
    List<Event.Logged> entries =
        events().stream()
            .filter(Event.Logged.class::isInstance)
            .map(Event.Logged.class::cast)
            .toList();
    return List.of(
        new Reply.Welcome(OVERVIEW.server()),
        new Reply.Joined("secret", OVERVIEW),
        new Reply.Resumed(OVERVIEW),
        new Reply.Posted(CHAT, 9, AT),
        new Reply.ChatOpened(BARE),
        new Reply.Page(CHAT, entries, true),
        new Reply.StartAfresh(CHAT, entries),
        new Reply.Done());
  }

  static List<Frame> frames() {
    List<Frame> frames = new ArrayList<>();
    requests().forEach(request -> frames.add(new Frame.Call(OptionalLong.of(17), request)));
    requests().forEach(request -> frames.add(new Frame.Call(OptionalLong.empty(), request)));
    replies().forEach(reply -> frames.add(new Frame.Answer(18, reply)));
    events().forEach(event -> frames.add(new Frame.Notice(event)));
    Stream.of(Fault.values())
        .forEach(
            fault -> {
              var exactly = new FaultException(fault, "more exactly");
              frames.add(new Frame.Refusal(OptionalLong.of(19), new FaultException(fault)));
              frames.add(new Frame.Refusal(OptionalLong.empty(), exactly));
            });
    frames.add(
        new Frame.Refusal(OptionalLong.of(20), FaultException.tooSoon(Duration.ofMillis(1_500))));
    return frames;
  }
}

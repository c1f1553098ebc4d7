package hearth.desktop;

import hearth.client.HearthClient;
import hearth.client.link.Address;
import hearth.client.link.Link;
import hearth.client.model.Change;
import hearth.client.model.ChatItem;
import hearth.client.model.Connection;
import hearth.client.model.TimelineRow;
import hearth.client.store.Identity;
import hearth.client.store.LocalStore;
import hearth.client.store.Pending;
import hearth.client.store.sqlite.ProfileFolder;
import hearth.desktop.fx.FxMailbox;
import hearth.desktop.session.ServerViewModel;
import hearth.protocol.Action;
import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.Content;
import hearth.protocol.Entry;
import hearth.protocol.Fault;
import hearth.protocol.Marker;
import hearth.protocol.Preferences;
import hearth.protocol.Presence;
import hearth.protocol.Role;
import hearth.protocol.Row;
import hearth.protocol.SendId;
import hearth.protocol.ServerInfo;
import hearth.protocol.Sign;
import hearth.protocol.User;
import hearth.protocol.UserId;
import hearth.protocol.json.Actions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// A server as it looks on a busy day, told by hand to a window whose own client hears nothing.
public final class Sample {
  public static final Instant NOW =
      LocalDateTime.of(2026, 11, 20, 10, 45).toInstant(ZoneOffset.UTC);
  public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  public static final UserId MIRA = new UserId(1);
  public static final UserId BO = new UserId(2);
  public static final UserId CHEN = new UserId(3);
  public static final UserId DARA = new UserId(4);
  public static final UserId ADA = new UserId(5);
  public static final UserId EMIL = new UserId(6);
  public static final ChatId LOBBY = new ChatId(1);
  public static final ChatId ROBOTS = new ChatId(2);
  private static final ServerInfo WORKSHOP = new ServerInfo("workshop-1", "Workshop");
  private static final Address ADDRESS = new Address("192.168.1.20", 7420);

  private static final String THANKS = "Thanks 😀 I will set it before the test";

  private final Random random = new Random(7);
  private long seq;

  /// A window's server that is only told what the test tells it.
  public static ServerViewModel deaf(Path folder) {
    LocalStore store =
        new ProfileFolder(folder)
            .create(new Identity(WORKSHOP, ADDRESS, MIRA, "Mira Novak", "no-token"));
    return new ServerViewModel(
        new FxMailbox(), listener -> HearthClient.start(store, Sample::silence, changes -> {}));
  }

  private static Link silence(Address address, @Nullable String key, Link.Listener listener) {
    return new Link() {
      @Override
      public void send(String text) {}

      @Override
      public @Nullable String serverKey() {
        return null;
      }

      @Override
      public void close() {}
    };
  }

  public static List<Change> empty() {
    return List.of(
        new Change.ServerKnown(WORKSHOP, MIRA, ADDRESS, Actions.CAPABILITIES, false),
        new Change.ConnectionChanged(new Connection.Online()),
        new Change.PeopleChanged(List.of(user(MIRA, "Mira Novak", Presence.ONLINE))),
        new Change.ChatsChanged(
            List.of(item(chat(1, Chat.Kind.LOBBY, "Lobby", List.of(MIRA)), null, 0, 0))));
  }

  /// People, and chats in every state that a list can show.
  public List<Change> overview() {
    List<User> people =
        List.of(
            user(MIRA, "Mira Novak", Presence.ONLINE),
            user(BO, "Bo Müller", Presence.ONLINE),
            user(CHEN, "Chen Wei 陈伟", Presence.ONLINE),
            user(DARA, "Dara Okafor", Presence.ONLINE),
            user(ADA, "Ada Lindqvist", Presence.AWAY),
            new User(EMIL, "Emil Sato", Presence.OFFLINE, NOW.minus(Duration.ofDays(1))));
    List<UserId> all = people.stream().map(User::id).toList();
    return List.of(
        new Change.ServerKnown(WORKSHOP, MIRA, ADDRESS, Actions.CAPABILITIES, false),
        new Change.ConnectionChanged(new Connection.Online()),
        new Change.PeopleChanged(people),
        new Change.ChatsChanged(
            List.of(
                lobby(all),
                robots(all, List.of(BO, CHEN)),
                item(direct(3, CHEN), said(3, CHEN, "10:38", "好的，下午三点见"), 1, 0),
                item(
                    chat(4, Chat.Kind.GROUP, "Announcements", all),
                    said(4, ADA, "10:15", "Fire drill at 15:00, meet at the gate behind the hall"),
                    8,
                    0),
                item(direct(5, DARA), said(5, MIRA, "09:52", "sent you the STL files"), 0, 99),
                item(
                    chat(6, Chat.Kind.GROUP, "Questions about the exam", all),
                    message(6, CHEN, NOW.minus(Duration.ofDays(1)), "can we redo part 2?"),
                    0,
                    0),
                item(
                    direct(7, ADA), message(7, MIRA, NOW.minus(Duration.ofDays(2)), "😀"), 0, 0))));
  }

  private ChatItem lobby(List<UserId> all) {
    return item(
        chat(1, Chat.Kind.LOBBY, "Lobby", all),
        said(1, ADA, "10:42", "the printer is back, go ahead and print"),
        0,
        0);
  }

  ChatItem robots(List<UserId> all, List<UserId> typing) {
    Row last = said(2, CHEN, "10:41", "@Mira could you bring the camera?");
    ChatItem plain = item(chat(2, Chat.Kind.GROUP, "Robot team", all), last, 0, Long.MAX_VALUE);
    return new ChatItem(
        plain.chat(),
        plain.newest(),
        new ChatItem.Reading(0, 0, 7, plain.reading().head()),
        new ChatItem.Receipts(plain.receipts().markers(), 7, 4),
        Map.of(Sign.TYPING, typing),
        plain.own());
  }

  /// The same chat in slow mode, with another owner.
  ///
  /// @param wait until this person may write again
  public static ChatItem slowed(ChatItem item, UserId owner, Duration wait) {
    Chat chat = item.chat();
    return new ChatItem(
        new Chat(
            chat.id(),
            chat.kind(),
            chat.title(),
            chat.members(),
            List.of(new Chat.MemberRole(owner, Role.OWNER)),
            30),
        item.newest(),
        item.reading(),
        item.receipts(),
        item.signs(),
        new ChatItem.Own(NOW.plus(wait), item.own().draft(), Preferences.NONE, item.own().as()));
  }

  /// The same chat with other members.
  public static ChatItem withMembers(ChatItem item, List<UserId> members) {
    Chat chat = item.chat();
    return new ChatItem(
        new Chat(chat.id(), chat.kind(), chat.title(), members, chat.roles(), chat.settings()),
        item.newest(),
        item.reading(),
        item.receipts(),
        item.signs(),
        item.own());
  }

  /// The row that sets slow mode in [#ROBOTS].
  public static TimelineRow slowModeSet(UserId owner) {
    return row(ROBOTS, 10, owner, at("10:43"), new Action.SetSlowMode(30));
  }

  /// A row of the log that nothing has touched yet.
  public static TimelineRow row(ChatId chat, long seq, UserId author, Instant at, Action action) {
    Entry entry = new Entry(chat, seq, at, author, null, action);
    return new TimelineRow.Committed(Row.of(entry), null, false);
  }

  /// The messages of [#ROBOTS], with a failure at the end where it is wanted.
  public List<TimelineRow> conversation(boolean failed) {
    List<TimelineRow> rows = new ArrayList<>();
    seq = 0;
    rows.add(text(DARA, "09:48", "Morning! New gripper is printed, fits on the first try."));
    rows.add(text(DARA, "09:49", "I put it on the shelf beside the door, in the blue box."));
    rows.add(text(MIRA, "09:55", "Great, I will mount it after lunch."));
    rows.add(text(MIRA, "09:55", "Does the servo need the new limits?"));
    rows.add(
        text(
            BO,
            "10:02",
            "Yes, 18 to 162 degrees, otherwise it hits the frame. I measured it twice yesterday,"
                + " once with the old horn and once with the new one, and both times it stopped at"
                + " the same place."));
    rows.add(row(ROBOTS, ++seq, BO, at("10:05"), new Action.AddMembers(List.of(EMIL))));
    rows.add(text(MIRA, "10:12", "Thanks 😀 I will set it before the tset"));
    rows.add(text(CHEN, "10:38", "下午三点我们在 B 教室测试，记得带电池。"));
    rows.add(text(CHEN, "10:41", "@Mira could you bring the camera?"));
    rows.add(pending("Of course, and the tripod", null));
    if (failed) {
      rows.add(pending("And the charger", Fault.CHAT_UNKNOWN));
    }
    return rows;
  }

  /// The same messages with everything that can be done to them: a quote, an edit, a deletion,
  /// reactions, one of them not acknowledged yet.
  public List<TimelineRow> busyConversation() {
    List<TimelineRow> rows = conversation(false);
    Instant later = at("10:20");
    TimelineRow.Committed question = (TimelineRow.Committed) rows.get(3);
    TimelineRow.Committed answer = (TimelineRow.Committed) rows.get(4);
    rows.set(0, react(rows.get(0), "👍", MIRA, BO, CHEN));
    rows.set(1, change(rows.get(1), DARA, later, new Action.Delete(2)));
    rows.set(
        4,
        new TimelineRow.Committed(
            ((TimelineRow.Committed)
                    react(
                        change(
                            react(answer, "👍", MIRA, DARA),
                            BO,
                            later,
                            new Action.Edit(
                                5,
                                new Content.Text(
                                    "Yes, 18 to 162 degrees, otherwise it hits the frame. I"
                                        + " measured it twice yesterday, with the old horn and"
                                        + " with the new one."))),
                        "🎉",
                        ADA))
                .row(),
            new TimelineRow.Quote(4, question.row()),
            true));
    rows.set(6, change(rows.get(6), MIRA, later, new Action.Edit(7, new Content.Text(THANKS))));
    rows.set(
        6,
        new TimelineRow.Committed(
            ((TimelineRow.Committed) rows.get(6)).row(),
            new TimelineRow.Quote(5, ((TimelineRow.Committed) rows.get(4)).row()),
            false));
    rows.set(7, react(rows.get(7), "❤️", MIRA));
    return rows;
  }

  /// Many messages, of which the last replies to the third.
  public List<TimelineRow> longConversation() {
    List<TimelineRow> rows = new ArrayList<>();
    for (int i = 1; i <= 60; i++) {
      Instant then = NOW.minus(Duration.ofMinutes(120 - i));
      rows.add(
          row(ROBOTS, i, i % 3 == 0 ? MIRA : BO, then, Action.Post.text("Message " + i + ".")));
    }
    TimelineRow.Committed third = (TimelineRow.Committed) rows.get(2);
    TimelineRow.Committed last = (TimelineRow.Committed) rows.getLast();
    rows.set(
        rows.size() - 1,
        new TimelineRow.Committed(last.row(), new TimelineRow.Quote(3, third.row()), false));
    return rows;
  }

  /// A row with one more emoji.
  public static TimelineRow react(TimelineRow row, String emoji, UserId... users) {
    TimelineRow now = row;
    for (UserId user : users) {
      now = change(now, user, NOW, new Action.React(row.seq(), emoji, true));
    }
    return now;
  }

  /// A row after an action that targets it.
  public static TimelineRow change(
      TimelineRow row, UserId author, Instant at, Action.Targeted action) {
    TimelineRow.Committed before = (TimelineRow.Committed) row;
    return new TimelineRow.Committed(
        before.row().changedBy(action, author, at), before.quote(), before.pending());
  }

  private TimelineRow pending(String text, @Nullable Fault fault) {
    return new TimelineRow.Unsent(
        new Pending(ROBOTS, SendId.create(1, random), at("10:44"), Action.Post.text(text), fault),
        null);
  }

  private TimelineRow text(UserId author, String time, String text) {
    return row(ROBOTS, ++seq, author, at(time), Action.Post.text(text));
  }

  private static Row said(long chat, UserId author, String time, String text) {
    return message(chat, author, at(time), text);
  }

  private static Row message(long chat, UserId author, Instant at, String text) {
    return Row.of(new Entry(new ChatId(chat), 9, at, author, null, Action.Post.text(text)));
  }

  private static ChatItem item(Chat chat, @Nullable Row last, int unread, long read) {
    List<Marker> markers = chat.members().stream().map(id -> new Marker(id, 9, 4)).toList();
    return new ChatItem(
        chat,
        new ChatItem.Newest(last == null ? NOW : last.at(), last, null),
        new ChatItem.Reading(unread, 0, 9, 9),
        new ChatItem.Receipts(markers, 9, read),
        Map.of(),
        new ChatItem.Own(Instant.EPOCH, "", Preferences.NONE, MIRA));
  }

  private static Chat chat(long id, Chat.Kind kind, String title, List<UserId> members) {
    return new Chat(new ChatId(id), kind, title, members, List.of(), 0);
  }

  private static Chat direct(long id, UserId with) {
    return chat(id, Chat.Kind.DIRECT, "", List.of(MIRA, with));
  }

  private static User user(UserId id, String name, Presence presence) {
    return new User(id, name, presence, null);
  }

  private static Instant at(String time) {
    return Instant.parse("2026-11-20T" + time + ":00Z");
  }
}

package hearth.desktop;

import hearth.client.Change;
import hearth.client.ChatItem;
import hearth.client.Connection;
import hearth.client.HearthClient;
import hearth.client.Identity;
import hearth.client.LocalStore;
import hearth.client.Row;
import hearth.client.link.Address;
import hearth.client.link.Link;
import hearth.client.store.ProfileFolder;
import hearth.desktop.fx.FxMailbox;
import hearth.desktop.session.ServerViewModel;
import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.Event;
import hearth.protocol.Fault;
import hearth.protocol.Marker;
import hearth.protocol.Message;
import hearth.protocol.Presence;
import hearth.protocol.SendId;
import hearth.protocol.ServerInfo;
import hearth.protocol.User;
import hearth.protocol.UserId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
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
        new Change.ServerKnown(WORKSHOP, MIRA, ADDRESS),
        new Change.ConnectionChanged(new Connection.Online()),
        new Change.PeopleChanged(List.of(user(MIRA, "Mira Novak", Presence.ONLINE))),
        new Change.ChatsChanged(
            List.of(item(new Chat(LOBBY, Chat.Kind.LOBBY, "Lobby", List.of(MIRA)), null, 0, 0))));
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
        new Change.ServerKnown(WORKSHOP, MIRA, ADDRESS),
        new Change.ConnectionChanged(new Connection.Online()),
        new Change.PeopleChanged(people),
        new Change.ChatsChanged(
            List.of(
                lobby(all),
                robots(all, List.of(BO, CHEN)),
                item(direct(3, CHEN), said(3, CHEN, "10:38", "好的，下午三点见"), 1, 0),
                item(
                    new Chat(new ChatId(4), Chat.Kind.GROUP, "Announcements", all),
                    said(4, ADA, "10:15", "Fire drill at 15:00, meet at the gate behind the hall"),
                    8,
                    0),
                item(direct(5, DARA), said(5, MIRA, "09:52", "sent you the STL files"), 0, 99),
                item(
                    new Chat(new ChatId(6), Chat.Kind.GROUP, "Questions about the exam", all),
                    message(6, CHEN, NOW.minus(Duration.ofDays(1)), "can we redo part 2?"),
                    0,
                    0),
                item(
                    direct(7, ADA), message(7, MIRA, NOW.minus(Duration.ofDays(2)), "😀"), 0, 0))));
  }

  private ChatItem lobby(List<UserId> all) {
    return item(
        new Chat(LOBBY, Chat.Kind.LOBBY, "Lobby", all),
        said(1, ADA, "10:42", "the printer is back, go ahead and print"),
        0,
        0);
  }

  ChatItem robots(List<UserId> all, List<UserId> typing) {
    Message last = said(2, CHEN, "10:41", "@Mira could you bring the camera?");
    ChatItem plain =
        item(new Chat(ROBOTS, Chat.Kind.GROUP, "Robot team", all), last, 0, Long.MAX_VALUE);
    return new ChatItem(
        plain.chat(),
        plain.activeAt(),
        last,
        null,
        0,
        7,
        plain.head(),
        plain.markers(),
        7,
        4,
        typing,
        Instant.EPOCH,
        "");
  }

  /// The same chat in slow mode, kept by whoever is its first member.
  ///
  /// @param wait until this person may write again
  public static ChatItem slowed(ChatItem item, UserId keeper, Duration wait) {
    List<UserId> members = new ArrayList<>(item.chat().members());
    members.remove(keeper);
    members.addFirst(keeper);
    return new ChatItem(
        item.chat().withMembers(members).withSlowMode(30),
        item.activeAt(),
        item.last(),
        item.pending(),
        item.unread(),
        item.readTo(),
        item.head(),
        item.markers(),
        item.deliveredToAll(),
        item.readByAll(),
        item.typing(),
        NOW.plus(wait),
        item.draft());
  }

  /// The entry that sets slow mode in [#ROBOTS].
  public static Row slowModeSet(UserId keeper) {
    return new Row.Entry(new Event.SlowModeSet(ROBOTS, 10, at("10:43"), keeper, 30));
  }

  /// The messages of [#ROBOTS], with a failure at the end where it is wanted.
  public List<Row> conversation(boolean failed) {
    List<Row> rows = new ArrayList<>();
    seq = 0;
    rows.add(entry(DARA, "09:48", "Morning! New gripper is printed, fits on the first try."));
    rows.add(entry(DARA, "09:49", "I put it on the shelf beside the door, in the blue box."));
    rows.add(entry(MIRA, "09:55", "Great, I will mount it after lunch."));
    rows.add(entry(MIRA, "09:55", "Does the servo need the new limits?"));
    rows.add(
        entry(
            BO,
            "10:02",
            "Yes, 18 to 162 degrees, otherwise it hits the frame. I measured it twice yesterday,"
                + " once with the old horn and once with the new one, and both times it stopped at"
                + " the same place."));
    rows.add(new Row.Entry(new Event.MembersAdded(ROBOTS, ++seq, at("10:05"), BO, List.of(EMIL))));
    rows.add(entry(MIRA, "10:12", "Thanks 😀 I will set it before the test"));
    rows.add(entry(CHEN, "10:38", "下午三点我们在 B 教室测试，记得带电池。"));
    rows.add(entry(CHEN, "10:41", "@Mira could you bring the camera?"));
    rows.add(pending("Of course, and the tripod", null));
    if (failed) {
      rows.add(pending("And the charger", Fault.CHAT_UNKNOWN));
    }
    return rows;
  }

  private Row pending(String text, @Nullable Fault fault) {
    return new Row.Pending(ROBOTS, SendId.create(1, random), at("10:44"), text, fault);
  }

  private Row entry(UserId author, String time, String text) {
    return new Row.Entry(
        new Event.MessagePosted(
            new Message(ROBOTS, ++seq, author, SendId.create(1, random), at(time), text)));
  }

  private Message said(long chat, UserId author, String time, String text) {
    return message(chat, author, at(time), text);
  }

  private Message message(long chat, UserId author, Instant at, String text) {
    return new Message(new ChatId(chat), 9, author, SendId.create(1, random), at, text);
  }

  private static ChatItem item(Chat chat, @Nullable Message last, int unread, long read) {
    List<Marker> markers = chat.members().stream().map(id -> new Marker(id, 9, 4)).toList();
    return new ChatItem(
        chat,
        last == null ? NOW : last.at(),
        last,
        null,
        unread,
        9,
        9,
        markers,
        9,
        read,
        List.of(),
        Instant.EPOCH,
        "");
  }

  private static Chat direct(long id, UserId with) {
    return new Chat(new ChatId(id), Chat.Kind.DIRECT, "", List.of(MIRA, with));
  }

  private static User user(UserId id, String name, Presence presence) {
    return new User(id, name, presence, null);
  }

  private static Instant at(String time) {
    return Instant.parse("2026-11-20T" + time + ":00Z");
  }
}

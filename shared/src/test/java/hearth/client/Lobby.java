package hearth.client;

import hearth.client.link.Address;
import hearth.client.store.Identity;
import hearth.protocol.Action;
import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.Entry;
import hearth.protocol.Marker;
import hearth.protocol.Markers;
import hearth.protocol.OverviewPage;
import hearth.protocol.Page;
import hearth.protocol.Presence;
import hearth.protocol.Response;
import hearth.protocol.Role;
import hearth.protocol.Row;
import hearth.protocol.SendId;
import hearth.protocol.ServerInfo;
import hearth.protocol.User;
import hearth.protocol.UserId;
import hearth.protocol.json.Actions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// Bo's server with Mira, who is the client under test, as the test plays it.
final class Lobby {
  static final ChatId LOBBY = new ChatId(1);
  static final UserId ME = new UserId(1);
  static final UserId BO = new UserId(2);
  static final ServerInfo SERVER = new ServerInfo("0199e1a2-7b1c", "Workshop");
  static final Identity IDENTITY =
      new Identity(SERVER, new Address("localhost", 7420), ME, "Mira", "secret");
  static final String EPOCH = "first";

  private static final long START = 1_790_000_000_000L;

  private Lobby() {}

  static Response.Resumed resumed(ChatOverview... chats) {
    return resumed(EPOCH, chats);
  }

  static Response.Resumed resumed(String epoch, ChatOverview... chats) {
    return new Response.Resumed(
        new Response.Welcome(SERVER, Actions.CAPABILITIES, epoch),
        ME,
        new OverviewPage(
            List.of(
                new User(ME, "Mira", Presence.ONLINE, null),
                new User(BO, "Bo", Presence.ONLINE, null)),
            List.of(chats),
            null));
  }

  static ChatOverview lobby(long head, int unread, Marker... markers) {
    return overview(chat(List.of(BO, ME), BO, 0), head, unread, markers);
  }

  static Chat chat(List<UserId> members, UserId owner, int slowMode) {
    return new Chat(
        LOBBY,
        Chat.Kind.GROUP,
        "Lobby",
        members,
        List.of(new Chat.MemberRole(owner, Role.OWNER)),
        slowMode);
  }

  static ChatOverview overview(Chat chat, long head, int unread, Marker... markers) {
    return new ChatOverview(chat, head, at(head), null, new Markers(0, List.of(markers)), unread);
  }

  static Instant at(long seq) {
    return Instant.ofEpochMilli(START + seq);
  }

  static Entry entry(long seq, UserId author, @Nullable SendId sendId, Action action) {
    return new Entry(LOBBY, seq, at(seq), author, sendId, action);
  }

  static Entry fromBo(long seq, Action action) {
    return entry(seq, BO, new SendId(new UUID(7, seq)), action);
  }

  static Entry fromBo(long seq) {
    return fromBo(seq, Action.Post.text("message " + seq));
  }

  static List<Entry> stretch(long first, long last) {
    return LongStream.rangeClosed(first, last).mapToObj(Lobby::fromBo).toList();
  }

  static Page page(long first, long last) {
    List<Row> rows = new ArrayList<>();
    stretch(first, last).forEach(entry -> rows.add(Row.of(entry)));
    return new Page(LOBBY, first, last, rows, List.of());
  }

  static Response.History history(long first, long last) {
    return new Response.History(page(first, last));
  }

  static Response.Entries entries(Entry... some) {
    return new Response.Entries(LOBBY, List.of(some), false);
  }

  static Response.Entries entries(long first, long last) {
    return new Response.Entries(LOBBY, stretch(first, last), false);
  }

  static Response.Appended appended(long seq) {
    return new Response.Appended(LOBBY, seq, at(seq));
  }
}

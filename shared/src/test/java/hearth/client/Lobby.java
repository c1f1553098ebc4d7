package hearth.client;

import hearth.client.link.Address;
import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.Event;
import hearth.protocol.Marker;
import hearth.protocol.Message;
import hearth.protocol.Overview;
import hearth.protocol.Presence;
import hearth.protocol.SendId;
import hearth.protocol.ServerInfo;
import hearth.protocol.User;
import hearth.protocol.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Bo's server with Mira, who is the client under test, as the test plays it.
final class Lobby {
  static final ChatId LOBBY = new ChatId(1);
  static final UserId ME = new UserId(1);
  static final UserId BO = new UserId(2);
  static final ServerInfo SERVER = new ServerInfo("0199e1a2-7b1c", "Workshop");
  static final Identity IDENTITY =
      new Identity(SERVER, new Address("localhost", 7420), ME, "Mira", "secret");

  private Lobby() {}

  static Overview overview(ChatOverview lobby) {
    return new Overview(
        SERVER,
        ME,
        List.of(
            new User(ME, "Mira", Presence.ONLINE, null), new User(BO, "Bo", Presence.ONLINE, null)),
        List.of(lobby));
  }

  static ChatOverview lobby(long head, int unread, Marker... markers) {
    return new ChatOverview(
        new Chat(LOBBY, Chat.Kind.LOBBY, "Lobby", List.of(BO, ME)),
        head,
        Instant.ofEpochMilli(1_790_000_000_000L),
        null,
        List.of(markers),
        unread);
  }

  static Event.MessagePosted message(long seq, UserId author, SendId sendId, String text) {
    return new Event.MessagePosted(
        new Message(LOBBY, seq, author, sendId, Instant.ofEpochMilli(1_790_000_000_000L), text));
  }

  static Event.MessagePosted fromBo(long seq) {
    SendId sendId = SendId.create(seq, RandomGenerator.getDefault());
    return message(seq, BO, sendId, "message " + seq);
  }

  static List<Event.Logged> stretch(long first, long last) {
    List<Event.Logged> entries = new ArrayList<>();
    for (long seq = first; seq <= last; seq++) {
      entries.add(fromBo(seq));
    }
    return entries;
  }
}

package hearth.server.bench;

import hearth.protocol.ChatId;
import hearth.protocol.Overview;
import hearth.protocol.Reply;
import hearth.protocol.Request;
import hearth.protocol.SendId;
import hearth.protocol.UserId;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Brings the crowd to the server, a few at a time, and puts everybody into a chat. Confined to the
/// thread of the [Loop].
///
/// People join; their further devices resume, which tells nobody anything. So the number of people
/// costs its square in events, and the number of connections does not.
final class Gathering {
  private static final int AT_ONCE = 16;
  private static final int CONNECTIONS_OF_AN_ADDRESS = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final CrowdPlan plan;
  private final InetSocketAddress server;
  private final Loop loop;
  private final Board board;
  private final Progress progress;
  private final Scan scan = new Scan();
  private final SplittableRandom random = new SplittableRandom();
  private final String run = Integer.toString(random.nextInt(1 << 30), Character.MAX_RADIX);
  private final List<Member> crowd = new ArrayList<>();
  private final Map<Integer, Person> people = new HashMap<>();
  private ChatId lobby = new ChatId(1);
  private int arrived;

  Gathering(CrowdPlan plan, InetSocketAddress server, Loop loop, Board board, Progress progress) {
    this.plan = plan;
    this.server = server;
    this.loop = loop;
    this.board = board;
    this.progress = progress;
  }

  /// Brings in more until so many connections have joined; people first, then their other devices.
  void gather(int wanted) {
    bring(Math.min(wanted, plan.members()));
    bring(wanted);
  }

  /// All connections, in the order of their coming.
  List<Member> crowd() {
    return crowd;
  }

  private void bring(int wanted) {
    while (arrived < wanted) {
      int before = arrived;
      while (crowd.size() < Math.min(wanted, arrived + AT_ONCE)) {
        connect(crowd.size());
      }
      if (!loop.await(() -> arrived > before, PATIENCE)) {
        throw new BenchException(
            "The server let in %d of %d connections and then no more."
                .formatted(arrived, plan.connections()));
      }
      if (progress.due() > 0) {
        progress.say(arrived + " of " + plan.connections() + " connected");
      }
    }
  }

  private void connect(int place) {
    Member member = new Member(scan, board, opened -> comeIn(opened, place));
    crowd.add(member);
    member.connected(loop.connect(source(place), server, member));
  }

  private void comeIn(Member member, int place) {
    Person known = people.get(plan.person(place));
    if (known == null) {
      member.call(new Request.Join("Bench " + run + " " + place), reply -> joined(place, reply));
    } else {
      member.call(new Request.Resume(known.token()), _ -> arrived++);
    }
  }

  private void joined(int place, Reply reply) {
    Reply.Joined joined = Bench.expect(Reply.Joined.class, reply);
    Overview overview = joined.overview();
    people.put(place, new Person(joined.token(), overview.me()));
    lobby = overview.chats().getFirst().chat().id();
    arrived++;
  }

  /// A machine has many loopback addresses, each of which has so many ports.
  private static InetAddress source(int place) {
    int last = 1 + place / CONNECTIONS_OF_AN_ADDRESS;
    try {
      return InetAddress.getByAddress(new byte[] {127, 0, (byte) (last >> 8), (byte) last});
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible); // four bytes are an address
    }
  }

  /// Puts everybody into a chat: the lobby if there is one only, a group each otherwise.
  List<Room> seat() {
    List<Room> rooms = plan.chats() == 1 ? List.of(new Room(lobby)) : groups();
    for (int place = 0; place < crowd.size(); place++) {
      crowd.get(place).enter(rooms.get(plan.chat(place)));
    }
    return rooms;
  }

  private List<Room> groups() {
    SortedMap<Integer, Room> rooms = new TreeMap<>();
    for (int group = 0; group < plan.chats(); group++) {
      int owner = group;
      var request = new Request.CreateGroup(sendId(), "Bench " + run + " " + group, others(owner));
      crowd
          .get(owner)
          .call(
              request,
              reply ->
                  rooms.put(
                      owner,
                      new Room(Bench.expect(Reply.ChatOpened.class, reply).chat().chat().id())));
    }
    if (!loop.await(() -> rooms.size() == plan.chats(), PATIENCE)) {
      throw new BenchException("The server made only " + rooms.size() + " of the groups.");
    }
    return List.copyOf(rooms.values());
  }

  private List<UserId> others(int owner) {
    return IntStream.range(0, plan.members())
        .filter(person -> person != owner && plan.chat(person) == owner)
        .mapToObj(people::get)
        .map(Person::id)
        .toList();
  }

  private SendId sendId() {
    return SendId.create(System.currentTimeMillis(), random);
  }

  /// Who has joined, and the secret of the device.
  private record Person(String token, UserId id) {}
}

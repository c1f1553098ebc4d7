package hearth.bench;

import hearth.bench.BenchCodec.Answer;
import hearth.protocol.ChatId;
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

/// Connects the crowd to the server, a few at a time, and puts every member into a chat. Confined
/// to the thread of the [SelectorLoop].
///
/// People join; their further devices resume, which causes no events. So the number of people costs
/// its square in events, and the number of connections does not.
final class RampUp {
  private static final int AT_ONCE = 16;
  private static final int CONNECTIONS_PER_ADDRESS = 1_000;
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final CrowdPlan plan;
  private final InetSocketAddress server;
  private final SelectorLoop loop;
  private final PostListener listener;
  private final ProgressLog progress;
  private final MessageScanner scanner = new MessageScanner();
  private final String run =
      Integer.toString(new SplittableRandom().nextInt(1 << 30), Character.MAX_RADIX);
  private final List<SimulatedMember> crowd = new ArrayList<>();
  private final Map<Integer, Answer.Joined> people = new HashMap<>();
  private int joined;

  RampUp(
      CrowdPlan plan,
      InetSocketAddress server,
      SelectorLoop loop,
      PostListener listener,
      ProgressLog progress) {
    this.plan = plan;
    this.server = server;
    this.loop = loop;
    this.listener = listener;
    this.progress = progress;
  }

  /// Connects until so many connections have joined: people first, then their further devices.
  void connectUpTo(int wanted) {
    connectAll(Math.min(wanted, plan.members()));
    connectAll(wanted);
  }

  /// All connections, in the order of connecting.
  List<SimulatedMember> crowd() {
    return crowd;
  }

  private void connectAll(int wanted) {
    while (joined < wanted) {
      int before = joined;
      while (crowd.size() < Math.min(wanted, joined + AT_ONCE)) {
        connect(crowd.size());
      }
      if (!loop.await(() -> joined > before, TIMEOUT)) {
        throw new BenchException(
            "The server accepted %d of %d connections and then no more."
                .formatted(joined, plan.connections()));
      }
      if (progress.due() > 0) {
        progress.print(joined + " of " + plan.connections() + " connected");
      }
    }
  }

  private void connect(int index) {
    SimulatedMember member =
        new SimulatedMember(scanner, listener, opened -> joinOrResume(opened, index));
    crowd.add(member);
    member.connected(loop.connect(source(index), server, member));
  }

  private void joinOrResume(SimulatedMember member, int index) {
    Answer.Joined known = people.get(plan.person(index));
    if (known == null) {
      member.join(
          "Bench " + run + " " + index,
          answer -> {
            people.put(index, answer);
            joined++;
          });
    } else {
      member.resume(known.token(), _ -> joined++);
    }
  }

  /// A machine has many loopback addresses, each of which has so many ports.
  private static InetAddress source(int index) {
    int last = 1 + index / CONNECTIONS_PER_ADDRESS;
    try {
      return InetAddress.getByAddress(new byte[] {127, 0, (byte) (last >> 8), (byte) last});
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible); // four bytes are an address
    }
  }

  /// Puts every member into a chat: the lobby if one chat is wanted, otherwise groups.
  void enterChats() {
    List<BenchChat> chats = plan.chats() == 1 ? List.of(lobby()) : createGroups();
    for (int index = 0; index < crowd.size(); index++) {
      crowd.get(index).enter(chats.get(plan.chat(index)));
    }
  }

  private BenchChat lobby() {
    return new BenchChat(person(0).lobby());
  }

  private List<BenchChat> createGroups() {
    SortedMap<Integer, ChatId> created = new TreeMap<>();
    for (int group = 0; group < plan.chats(); group++) {
      int owner = group;
      crowd
          .get(owner)
          .createGroup(
              "Bench " + run + " " + group, others(owner), chat -> created.put(owner, chat));
    }
    if (!loop.await(() -> created.size() == plan.chats(), TIMEOUT)) {
      throw new BenchException("The server created only " + created.size() + " of the groups.");
    }
    return created.values().stream().map(BenchChat::new).toList();
  }

  private List<UserId> others(int owner) {
    return IntStream.range(0, plan.members())
        .filter(index -> index != owner && plan.chat(index) == owner)
        .mapToObj(index -> person(index).me())
        .toList();
  }

  private Answer.Joined person(int index) {
    Answer.Joined person = people.get(index);
    if (person == null) {
      throw new IllegalStateException("has not joined: " + index);
    }
    return person;
  }
}

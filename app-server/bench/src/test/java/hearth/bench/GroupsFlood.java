package hearth.bench;

import hearth.protocol.Limits;
import hearth.protocol.UserId;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/// Members who make groups of as many people as one may have, as soon as the server lets them: they
/// do not wait as they are told, but go on asking, fifty times per second together.
record GroupsFlood(Population people, int makers) implements Abuse {
  private static final int PER_SECOND = 50;

  @Override
  public void begin(HostileMachine machine) {
    for (Population.Member maker : people.members().subList(0, makers)) {
      machine.start(() -> makeGroups(machine, maker));
    }
  }

  private void makeGroups(HostileMachine machine, Population.Member maker)
      throws IOException, InterruptedException {
    List<UserId> others =
        people.members().stream()
            .map(Population.Member::id)
            .filter(id -> !id.equals(maker.id()))
            .limit(Limits.MEMBERS)
            .toList();
    try (RawSocket socket = machine.connect(RawSocket.USUAL_BUFFER)) {
      socket.ask(maker.resume());
      while (!machine.isOver()) {
        String answer =
            socket.ask(
                BenchCodec.createGroup(
                    BenchCodec.SETUP, "Group", others, RandomGenerator.getDefault()));
        machine.count(answer.contains("\"chatOpened\"") ? "created" : "refused", 1);
        machine.pause(Duration.ofSeconds(1).multipliedBy(makers).dividedBy(PER_SECOND));
      }
    }
  }
}

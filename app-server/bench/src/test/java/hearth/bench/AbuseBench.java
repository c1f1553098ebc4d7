package hearth.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What those who do no harm feel of those who do: how long their posts take during each abuse of a
/// server with its usual limits, beside right before it, in turn. "nothing" is no abuse and says
/// how much is noise.
///
/// Prints its figures and asserts no times; runs only when it is named (see CONTRIBUTING.md).
class AbuseBench {
  private static final int ROUNDS = Integer.getInteger("hearth.abuse.rounds", 5);

  /// The name of the one to be looked at; all if empty.
  private static final String ONLY = System.getProperty("hearth.abuse.only", "");

  @TempDir Path data;

  /// An abuse, and what it must have done to be one.
  private record Case(String name, Abuse abuse, Set<String> deeds) {}

  @Test
  void postsDuringEachAbuse() throws Exception {
    Population people = Population.settle(data);
    List<Case> cases =
        Stream.of(
                new Case("nothing", _ -> {}, Set.of()),
                new Case("handshakes", new HandshakeFlood(), Set.of("answered")),
                new Case("groups", new GroupsFlood(people, 1), Set.of("created", "refused")),
                new Case("groups-of-20", new GroupsFlood(people, 20), Set.of("created", "refused")),
                new Case("pages", new UnreadPages(people), Set.of("asked", "unread_kb")),
                new Case(
                    "garbage-and-deafness",
                    new GarbageAndDeafness(people),
                    Set.of("garbage", "ended", "deaf", "unread_kb")))
            .filter(one -> ONLY.isEmpty() || ONLY.equals(one.name))
            .toList();
    Map<Case, List<Trial.Ratios>> all = new LinkedHashMap<>();
    try (ChildServer server =
        ChildServer.startOn(data, LimitedServer.class, List.of(), List.of())) {
      Trial trial = new Trial(server);
      for (int round = 0; round < ROUNDS; round++) {
        for (Case one : cases) {
          Trial.Outcome outcome = trial.run(one.name, one.abuse);
          for (String deed : one.deeds) {
            assertThat(outcome.deeds().getOrDefault(deed, 0L))
                .as(one.name + " " + deed)
                .isPositive();
          }
          all.computeIfAbsent(one, _ -> new ArrayList<>()).add(outcome.ratios());
        }
      }
    }
    all.forEach((one, rounds) -> Trial.Ratios.print(one.name, rounds));
  }
}

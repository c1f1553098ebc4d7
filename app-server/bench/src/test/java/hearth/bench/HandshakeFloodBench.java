package hearth.bench;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.server.ServerMain;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a [HandshakeFlood] costs those who are there, with a server that lets all handshakes begin
/// at once (`--no-limits`) and one that does not, in turn.
///
/// Prints its figures and asserts no times; runs only when it is named (see CONTRIBUTING.md).
class HandshakeFloodBench {
  private static final int ROUNDS = Integer.getInteger("hearth.flood.rounds", 5);

  @Test
  void postsDuringAFloodOfHandshakes() throws Exception {
    try (ChildServer unlimited = ChildServer.start(ServerMain.class, List.of(), List.of());
        ChildServer limited = ChildServer.start(LimitedServer.class, List.of(), List.of())) {
      Trial left = new Trial(unlimited);
      Trial right = new Trial(limited);
      List<Trial.Ratios> without = new ArrayList<>();
      List<Trial.Ratios> with = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        without.add(flood(left, "no-limits"));
        with.add(flood(right, "limits"));
      }
      Trial.Ratios.print("handshakes, no limits", without);
      Trial.Ratios.print("handshakes, limits", with);
    }
  }

  private static Trial.Ratios flood(Trial trial, String name) throws Exception {
    Trial.Outcome outcome = trial.run(name, new HandshakeFlood());
    assertThat(outcome.deeds()).containsKey("answered");
    return outcome.ratios();
  }
}

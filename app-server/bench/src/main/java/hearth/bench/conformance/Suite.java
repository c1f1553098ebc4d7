package hearth.bench.conformance;

import hearth.bench.conformance.Case.Broken;
import hearth.client.link.Address;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;

/// All cases, run one after the other against a server. Holds no state.
final class Suite {
  private Suite() {}

  static List<Case> cases() {
    return Stream.of(
            Connecting.cases(),
            Joining.cases(),
            Appending.cases(),
            Chats.cases(),
            Masked.cases(),
            People.cases(),
            Reading.cases(),
            Requesting.cases())
        .flatMap(List::stream)
        .toList();
  }

  /// Runs all cases, and prints a line for each.
  ///
  /// @return how many promises the server does not keep
  /// @throws IOException if it cannot be reached
  static int run(Address server, PrintWriter out) throws IOException {
    int broken = 0;
    try (Stage stage = new Stage(server)) {
      for (Case each : cases()) {
        String found = tried(each, stage);
        out.printf(
            "%s  %s: %s%n", found.isEmpty() ? "pass" : "FAIL", each.title(), each.sentence());
        if (!found.isEmpty()) {
          broken++;
          out.println("      " + found);
        }
        stage.tidy();
      }
      out.printf("%d of %d cases passed%n", cases().size() - broken, cases().size());
      out.flush();
    }
    return broken;
  }

  /// What was wrong; empty for nothing. An answer of another shape than it should have is wrong in
  /// whatever way it shows.
  private static String tried(Case each, Stage stage) {
    try {
      each.check().run(stage);
      return "";
    } catch (Broken broken) {
      return String.valueOf(broken.getMessage());
    } catch (IOException | RuntimeException otherwise) {
      return otherwise.toString();
    }
  }
}

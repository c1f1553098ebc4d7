package hearth.bench;

import hearth.server.ServerMain;
import java.util.ArrayList;
import java.util.List;

/// The server's command line with its usual limits, which a [ChildServer] otherwise lifts.
public final class LimitedServer {
  private LimitedServer() {}

  public static void main(String[] arguments) {
    List<String> limited = new ArrayList<>(List.of(arguments));
    limited.removeAll(ChildServer.WITHOUT_LIMITS);
    System.exit(ServerMain.run(limited.toArray(String[]::new)));
  }
}

package hearth.bench;

import hearth.protocol.Limits;
import hearth.protocol.Request;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;

/// Members who ask for hundreds of the largest pages of history and overview at once, read nothing,
/// and come back a second later to do the same.
record UnreadPages(Population people) implements Abuse {
  private static final int READERS = 20;
  private static final int REQUESTS = 400;
  private static final Duration STAY = Duration.ofMillis(800);

  @Override
  public void begin(HostileMachine machine) {
    byte[] requests = requests();
    for (Population.Member reader : people.members().subList(0, READERS)) {
      machine.repeat(1, () -> askWithoutReading(machine, reader, requests));
    }
  }

  private byte[] requests() {
    byte[] history =
        RawSocket.message(
            BenchCodec.encode(
                BenchCodec.SETUP,
                new Request.FetchHistory(
                    Crowd.LOBBY, Request.Side.AFTER, people.beforeLongTexts(), Limits.PAGE)));
    byte[] overview =
        RawSocket.message(BenchCodec.encode(BenchCodec.SETUP, new Request.FetchOverview("u:0")));
    ByteBuffer all = ByteBuffer.allocate(REQUESTS / 2 * (history.length + overview.length));
    while (all.hasRemaining()) {
      all.put(history).put(overview);
    }
    return all.array();
  }

  private static void askWithoutReading(
      HostileMachine machine, Population.Member reader, byte[] requests)
      throws IOException, InterruptedException {
    try (RawSocket socket = machine.connect(RawSocket.USUAL_BUFFER)) {
      socket.ask(reader.resume());
      socket.send(requests);
      machine.count("asked", REQUESTS);
      machine.pause(STAY);
      machine.count("unread_kb", socket.unread() / 1024);
    }
  }
}

package hearth.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/// Connections that send what is no request and come back at once, and members who are told of all
/// messages and never read.
record GarbageAndDeafness(Population people) implements Abuse {
  private static final int DEAF = 100;
  private static final int SMALL_BUFFER = 4 * 1024;

  /// Less than it takes until a silent connection is closed.
  private static final Duration STAY = Duration.ofSeconds(40);

  private static final int SENDERS = 8;
  private static final int PER_SECOND = 50;
  private static final int GARBAGE_BYTES = 60_000;
  private static final int NO_OPCODE = 11;

  @Override
  public void begin(HostileMachine machine) {
    for (Population.Member member : people.members().subList(0, DEAF)) {
      byte[] resume = RawSocket.message(member.resume());
      machine.repeat(1, () -> stayDeaf(machine, resume));
    }
    List<byte[]> garbage = garbage();
    for (int i = 0; i < SENDERS; i++) {
      byte[] one = garbage.get(i % garbage.size());
      machine.repeat(PER_SECOND, () -> sendGarbage(machine, one));
    }
  }

  private static void stayDeaf(HostileMachine machine, byte[] resume)
      throws IOException, InterruptedException {
    try (RawSocket socket = machine.connect(SMALL_BUFFER)) {
      socket.send(resume);
      machine.count("deaf", 1);
      machine.pause(STAY);
      machine.count("unread_kb", socket.unread() / 1024);
    }
  }

  private static void sendGarbage(HostileMachine machine, byte[] garbage) throws IOException {
    try (RawSocket socket = machine.connect(RawSocket.USUAL_BUFFER)) {
      socket.send(garbage);
      machine.count("garbage", 1);
      while (true) {
        socket.read(); // until the server ends it
      }
    }
  }

  /// No frame, no UTF-8, no JSON, JSON that is nested too deep, and JSON that is no request.
  private static List<byte[]> garbage() {
    byte[] random = new byte[GARBAGE_BYTES];
    new Random(1).nextBytes(random);
    return List.of(
        BenchConnection.frame(NO_OPCODE, random).array(),
        BenchConnection.frame(FrameParser.TEXT, random).array(),
        RawSocket.message("x".repeat(GARBAGE_BYTES)),
        RawSocket.message("[".repeat(GARBAGE_BYTES)),
        RawSocket.message("[" + "1,".repeat(GARBAGE_BYTES / 2) + "1]"));
  }
}

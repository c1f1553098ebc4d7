package hearth.bench;

import hearth.server.HearthServer;
import hearth.server.StartException;
import hearth.server.config.Encryption;
import hearth.server.config.ServerConfig;
import hearth.server.policy.RateLimits;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/// A server process whose clock can be set: each line on its standard input is a number of
/// milliseconds by which the clock jumps. Ends with its input.
public final class ClockedServer {
  private ClockedServer() {}

  /// Runs until its input ends.
  ///
  /// @param arguments those of a server, of which only `--data FOLDER`, in the first place, counts
  public static void main(String[] arguments) throws IOException, StartException {
    AtomicLong ahead = new AtomicLong();
    InstantSource clock = () -> Instant.now().plusMillis(ahead.get());
    ServerConfig config =
        new ServerConfig(Path.of(arguments[1]), "Workshop")
            .withBind("127.0.0.1")
            .withPort(0)
            .with(new Encryption.None())
            .with(RateLimits.NONE);
    try (HearthServer server = HearthServer.start(config, clock)) {
      System.out.println("Hearth \"Workshop\" listens on 127.0.0.1:" + server.port());
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        ahead.addAndGet(Long.parseLong(line));
      }
    }
  }
}

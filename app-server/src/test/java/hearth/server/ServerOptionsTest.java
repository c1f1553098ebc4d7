package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Limits;
import hearth.server.config.Capacity;
import hearth.server.config.DefaultFolder;
import hearth.server.config.Durability;
import hearth.server.config.Encryption;
import hearth.server.config.ServerConfig;
import hearth.server.policy.Quotas;
import hearth.server.policy.RateLimits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerOptionsTest {
  @Test
  void whoSaysNothingGetsTheUsualServer() {
    ServerConfig config = config();
    assertThat(config).isEqualTo(new ServerConfig(DefaultFolder.ofThisSystem(), "Hearth"));
    assertThat(config.port()).isEqualTo(Limits.DEFAULT_PORT);
    assertThat(config.capacity()).isEqualTo(Capacity.DEFAULT);
  }

  @Test
  void everyOptionArrives() {
    assertThat(
            config(
                "--data=d --port 1 --bind 127.0.0.1 --name=Attic --plain --durability normal"
                    + " --connections-of-address 5 --no-limits --host a.example --host b.example"
                    + " --chats-of-person 1 --chats 2 --memberships 3 --people 4"))
        .isEqualTo(
            new ServerConfig(Path.of("d"), "Attic")
                .withPort(1)
                .withBind("127.0.0.1")
                .with(new Encryption.None())
                .with(Durability.NORMAL)
                .withConnectionsOfAddress(5)
                .withHostNames(List.of("a.example", "b.example"))
                .with(RateLimits.NONE)
                .with(new Quotas(1, 2, 3, 4, Integer.MAX_VALUE)));
    assertThat(config("--joins-of-address 0").capacity().quotas().joinsOfNetwork()).isZero();
    assertThat(config("--cert c.pem --key k.pem").encryption())
        .isEqualTo(new Encryption.Files(Path.of("c.pem"), Path.of("k.pem")));
  }

  private static ServerConfig config(String... line) {
    List<String> typed = line.length == 0 ? List.of() : List.of(line[0].split(" "));
    List<ServerConfig> made = new ArrayList<>();
    int code =
        ServerOptions.COMMAND.run(
            said -> {
              made.add(ServerOptions.config(said));
              return 0;
            },
            typed);
    assertThat(code).isZero();
    return made.getFirst();
  }
}

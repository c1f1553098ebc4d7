package hearth.client;

import static hearth.client.Lobby.LOBBY;
import static hearth.client.Lobby.fromBo;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.ScriptedServer.Asked;
import hearth.client.ScriptedServer.Script;
import hearth.client.link.Address;
import hearth.client.link.Link.Closing;
import hearth.client.link.WebSocketLink;
import hearth.client.model.Connection;
import hearth.client.model.Picture;
import hearth.client.store.Identity;
import hearth.client.store.LocalStore;
import hearth.client.store.sqlite.ProfileFolder;
import hearth.protocol.Request;
import hearth.protocol.Row;
import hearth.protocol.ServerInfo;
import hearth.protocol.UserId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A client whose server lies, over real sockets and real files. Whatever it says ends in an honest
/// state or in a connection that says what is wrong, after a bounded number of requests, and what
/// the device holds of other servers stays as it was.
abstract class DeceivedClient {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  static final Identity OTHER =
      new Identity(
          new ServerInfo("0199aaaa-7b1c", "Library"),
          new Address("10.0.0.9", 7420),
          new UserId(7),
          "Mira",
          "another secret");

  @TempDir Path folder;
  final Picture picture = new Picture();
  private ProfileFolder profile;
  private @Nullable ScriptedServer server;
  private @Nullable HearthClient client;

  @BeforeEach
  void anotherServerIsKnown() {
    profile = new ProfileFolder(folder);
    try (LocalStore store = profile.create(OTHER)) {
      store.saveRows(LOBBY, List.of(Row.of(fromBo(1))));
      store.saveDraft(LOBBY, "half a sentence");
    }
  }

  @AfterEach
  void theOtherServersMemoryIsAsItWas() throws InterruptedException {
    client().close();
    server().end();
    assertThat(profile.known()).containsExactlyInAnyOrder(OTHER, server().identity());
    try (LocalStore store = profile.open(OTHER)) {
      assertThat(store.row(LOBBY, 1)).isPresent();
      assertThat(store.drafts()).containsEntry(LOBBY, "half a sentence");
    }
  }

  final void play(Script script) throws InterruptedException {
    play(script, Duration.ofSeconds(60));
  }

  final void play(Script script, Duration patience) throws InterruptedException {
    ScriptedServer started = ScriptedServer.start(script);
    server = started;
    client =
        HearthClient.start(
            profile.create(started.identity()), WebSocketLink::open, patience, picture);
  }

  final ScriptedServer server() {
    return Objects.requireNonNull(server);
  }

  final HearthClient client() {
    return Objects.requireNonNull(client);
  }

  final void await(Predicate<Picture> wish) {
    assertThat(picture.await(PATIENCE, wish))
        .as(() -> "came to be; " + described() + picture.connection())
        .isTrue();
  }

  /// What a failure says beside the connection's state.
  String described() {
    return "";
  }

  final void awaitDropped(Closing why) {
    await(p -> p.connection() instanceof Connection.Waiting(Closing now, Instant _) && now == why);
  }

  /// Tells something once, when the client is online and holds the lobby's three messages.
  final void playOnceOnline(Consumer<Asked> then) throws InterruptedException {
    var told = new AtomicBoolean();
    play(
        asked -> {
          if (asked.request() instanceof Request.MarkDelivered && !told.getAndSet(true)) {
            then.accept(asked);
          }
          return false;
        });
  }
}

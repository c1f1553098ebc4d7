package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hearth.client.HearthClient;
import hearth.client.JoinException;
import hearth.client.Joining;
import hearth.client.link.Address;
import hearth.client.link.Link.Closing;
import hearth.client.link.WebSocketLink;
import hearth.client.model.Connection;
import hearth.client.model.Picture;
import hearth.client.store.Identity;
import hearth.client.store.sqlite.ProfileFolder;
import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.Content;
import hearth.server.config.Encryption;
import hearth.server.config.ServerConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real TLS between real sockets: who is trusted, and what is not TLS.
class TlsIT {
  private static final ChatId LOBBY = new ChatId(1);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;
  private HearthServer server;

  @BeforeEach
  void start() throws StartException {
    server = HearthServer.start(config("data"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private ServerConfig config(String data) {
    return ServerFixture.config(folder.resolve(data)).with(new Encryption.OwnKey());
  }

  private ProfileFolder profile(String name) {
    return new ProfileFolder(folder.resolve(name));
  }

  private Identity join(Address address, String name) throws Exception {
    return new Joining(WebSocketLink::open, profile(name)).join(address, name).get();
  }

  private Closing refusal(Address address) {
    ExecutionException failed =
        catchThrowableOfType(ExecutionException.class, () -> join(address, "Refused"));
    assertThat(failed).hasCauseInstanceOf(JoinException.class);
    Closing why = failed.getCause() instanceof JoinException refused ? refused.closing() : null;
    return why == null ? Closing.LEFT : why;
  }

  private Address address() {
    return new Address("127.0.0.1", server.port());
  }

  @Test
  void aServerIsKnownByItsKeyWhichStays() throws Exception {
    String id = server.info().id();
    assertThat(id).matches("[0-9a-f]{64}");
    assertThat(join(address(), "Mira").server().id()).isEqualTo(id);
    server.close();
    server = HearthServer.start(config("data"));
    assertThat(server.info().id()).isEqualTo(id);
  }

  @Test
  void theKeyIsReadableByItsOwnerOnly() throws IOException {
    Path key = folder.resolve("data").resolve("key.pem");
    if (key.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void anInvitationsKeyIsHeldAgainstTheServers() throws Exception {
    String place = "hearth://127.0.0.1:" + server.port() + "/";
    Address right = Address.parse(place + server.info().id()).orElseThrow();
    assertThat(join(right, "Mira").name()).isEqualTo("Mira");
    Address wrong = Address.parse(place + "0".repeat(64)).orElseThrow();
    assertThat(refusal(wrong)).isEqualTo(Closing.OTHER_KEY);
  }

  @Test
  void aChangedKeyIsAHardStopAndNothingWrittenIsLost() throws Exception {
    Identity identity = join(address(), "Mira");
    int port = server.port();
    server.close();
    server = HearthServer.start(config("another").withPort(port));

    Picture picture = new Picture();
    try (HearthClient client =
        HearthClient.start(profile("Mira").create(identity), WebSocketLink::open, picture)) {
      client.draft(LOBBY, "for the right ones");
      assertThat(picture.await(PATIENCE, p -> p.connection() instanceof Connection.KeyChanged))
          .isTrue();
      assertThat(picture.connection())
          .isEqualTo(new Connection.KeyChanged(identity.server().id(), server.info().id()));
    }
    assertThat(profile("Mira").open(identity.server().id()).drafts())
        .containsValue("for the right ones");
    Identity again = join(address(), "Mira");
    assertThat(again.server().id())
        .isEqualTo(server.info().id())
        .isNotEqualTo(identity.server().id());
  }

  @Test
  void messagesOfEveryLengthPass() throws Exception {
    Identity identity = join(address(), "Mira");
    Picture picture = new Picture();
    try (HearthClient client =
        HearthClient.start(profile("Mira").create(identity), WebSocketLink::open, picture)) {
      assertThat(picture.await(PATIENCE, p -> p.online() && p.chat(LOBBY).isPresent())).isTrue();
      client.openTimeline(LOBBY);
      for (int i = 0; i < 40; i++) {
        client.append(LOBBY, Action.Post.text(i + " " + "陈".repeat(100 * i)));
      }
      assertThat(picture.await(PATIENCE, p -> p.messages(LOBBY).size() == 40)).isTrue();
      assertThat(picture.messages(LOBBY).getLast().content())
          .isEqualTo(new Content.Text("39 " + "陈".repeat(3_900)));
    }
  }

  @Test
  void withoutTlsNobodyIsHeardAndOthersAre() throws Exception {
    try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      plain.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      plain.setSoTimeout(10_000);
      byte[] answer = plain.getInputStream().readAllBytes();
      assertThat(new String(answer, StandardCharsets.US_ASCII)).doesNotContain("HTTP");
    }
    assertThat(join(address(), "Mira").name()).isEqualTo("Mira");
  }

  @Test
  void aPlainServerIsJoinedOnlyByWhoWantsIt() throws Exception {
    server.close();
    server = HearthServer.start(config("data").with(new Encryption.None()));
    assertThat(refusal(address())).isEqualTo(Closing.NOT_HEARTH);
    Address plain = Address.parse("ws://127.0.0.1:" + server.port()).orElseThrow();
    assertThat(join(plain, "Mira").address().plain()).isTrue();
  }

  @Test
  void aKeyOfOnesOwnIsUsed() throws Exception {
    Path certificate = folder.resolve("data").resolve("certificate.pem");
    Path key = folder.resolve("data").resolve("key.pem");
    String id = server.info().id();
    server.close();
    server = HearthServer.start(config("elsewhere").with(new Encryption.Files(certificate, key)));
    assertThat(join(address(), "Mira").server().id()).isEqualTo(id);
  }

  @Test
  void aKeyThatIsNoneIsSaid() throws IOException {
    Path nonsense = folder.resolve("nonsense.pem");
    Files.writeString(nonsense, "not a key");
    assertThatThrownBy(
            () ->
                HearthServer.start(
                    config("elsewhere").with(new Encryption.Files(nonsense, nonsense))))
        .isInstanceOfSatisfying(
            StartException.class,
            e -> assertThat(e.reason()).isEqualTo(StartException.Reason.KEY_UNFIT));
  }
}

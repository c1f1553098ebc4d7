package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.Joining;
import hearth.client.link.Address;
import hearth.client.link.Link;
import hearth.client.link.WebSocketLink;
import hearth.client.store.Identity;
import hearth.client.store.sqlite.ProfileFolder;
import hearth.protocol.Notification.UserChanged;
import hearth.protocol.User;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// However joining fails, one device becomes one person.
class JoinCrashIT {
  @TempDir Path folder;
  private ServerFixture server;
  private Peer ann;

  @BeforeEach
  void start() throws StartException {
    server = new ServerFixture(folder.resolve("data"));
    ann = server.join("Ann");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Joining joining(Link.Connector connector) {
    return new Joining(connector, new ProfileFolder(folder.resolve("bo")));
  }

  private Identity join(String name) throws Exception {
    return joining(WebSocketLink::open).join(address(), name).get();
  }

  private Address address() {
    return new Address("127.0.0.1", server.port(), true, null);
  }

  private void assertOnePersonBesideAnn(String name) {
    assertThat(server.overview(ann).people())
        .extracting(User::name)
        .containsExactlyInAnyOrder("Ann", name);
  }

  @Test
  void afterACrashBetweenTheAnswerAndTheWriteAnotherNameIsTheSamePerson() throws Exception {
    Identity lost = join("Bo"); // and the process ends before it is kept
    Identity again = join("Bo Müller");
    assertThat(again).isEqualTo(lost);
    assertOnePersonBesideAnn("Bo");
    new ProfileFolder(folder.resolve("bo")).create(again).close();
    assertThat(join("Somebody else")).isEqualTo(lost);
    assertOnePersonBesideAnn("Bo");
  }

  @Test
  void afterALostAnswerAnotherNameIsTheSamePerson() throws Exception {
    CompletableFuture<Identity> deaf = joining(JoinCrashIT::deafToJoined).join(address(), "Bo");
    ann.await(UserChanged.class, told -> told.user().name().equals("Bo"));
    deaf.cancel(true);
    assertThat(join("Bo Müller").name()).isEqualTo("Bo");
    assertOnePersonBesideAnn("Bo");
  }

  @Test
  void aNameThatIsTakenIsNoAttemptThatCounts() throws Exception {
    CompletableFuture<Identity> refused = joining(WebSocketLink::open).join(address(), "Ann");
    assertThat(refused.handle((_, failure) -> failure).get()).isNotNull();
    assertThat(join("Bo").name()).isEqualTo("Bo");
    assertOnePersonBesideAnn("Bo");
  }

  /// A connection on which the answer to joining never comes.
  private static Link deafToJoined(Address address, @Nullable String key, Link.Listener listener) {
    return WebSocketLink.open(
        address,
        key,
        new Link.Listener() {
          @Override
          public void opened(Link link) {
            listener.opened(link);
          }

          @Override
          public void received(Link link, String text) {
            if (!text.contains("\"joined\"")) {
              listener.received(link, text);
            }
          }

          @Override
          public void closed(Link link, Link.Closing why) {
            listener.closed(link, why);
          }
        });
  }
}

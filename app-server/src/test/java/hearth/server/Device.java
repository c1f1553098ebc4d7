package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.HearthClient;
import hearth.client.Joining;
import hearth.client.link.Address;
import hearth.client.link.Link;
import hearth.client.link.WebSocketLink;
import hearth.client.model.Picture;
import hearth.client.store.Identity;
import hearth.client.store.KnownServers;
import hearth.client.store.sqlite.ProfileFolder;
import hearth.protocol.Action;
import hearth.protocol.Content;
import hearth.protocol.DeviceCode;
import hearth.protocol.Row;
import hearth.protocol.UserId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/// Somebody's device: the client core with a real profile, the lobby's timeline open. Confined to
/// the test's thread.
final class Device implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ProfileFolder profile;
  private final Identity identity;
  private Picture picture = new Picture();
  private HearthClient client;

  private Device(ProfileFolder profile, Link.Connector connector, Identity identity) {
    this.profile = profile;
    this.identity = identity;
    client = HearthClient.start(profile.create(identity), connector, picture);
  }

  /// Joins under the profile folder's name.
  static Device join(Path folder, Address address) throws Exception {
    return join(folder, address, WebSocketLink::open);
  }

  static Device join(Path folder, Address address, Link.Connector connector) throws Exception {
    var profile = new ProfileFolder(folder);
    Identity identity =
        new Joining(WebSocketLink::open, profile)
            .join(address, folder.getFileName().toString())
            .get();
    Device device = new Device(profile, connector, identity);
    device.await(p -> p.online() && p.chat(Peer.LOBBY).isPresent());
    device.client.openTimeline(Peer.LOBBY);
    device.await(p -> !p.rows(Peer.LOBBY).isEmpty());
    return device;
  }

  /// Another device of the same person.
  Device another(Path folder) {
    Device other = new Device(new ProfileFolder(folder), WebSocketLink::open, identity);
    other.await(p -> p.online() && p.chat(Peer.LOBBY).isPresent());
    other.client.openTimeline(Peer.LOBBY);
    other.await(p -> !p.rows(Peer.LOBBY).isEmpty());
    return other;
  }

  /// A device that is added by a code.
  static Device link(Path folder, Address address, DeviceCode code) throws Exception {
    var profile = new ProfileFolder(folder);
    Joining joining = new Joining(WebSocketLink::open, profile, () -> "Tablet");
    Identity identity = joining.link(address, code).get();
    Device device = new Device(profile, WebSocketLink::open, identity);
    device.await(p -> p.online() && p.chat(Peer.LOBBY).isPresent());
    device.client.openTimeline(Peer.LOBBY);
    device.await(p -> !p.rows(Peer.LOBBY).isEmpty());
    return device;
  }

  /// The app is started again, after [#close].
  void startAgain() {
    picture = new Picture();
    client = HearthClient.start(profile.open(identity.server().id()), WebSocketLink::open, picture);
    client.openTimeline(Peer.LOBBY);
  }

  void await(Predicate<Picture> wish) {
    assertThat(picture.await(PATIENCE, wish)).isTrue();
  }

  /// Appends to the lobby.
  void append(Action action) {
    client.append(Peer.LOBBY, action);
  }

  void post(String text) {
    append(Action.Post.text(text));
  }

  HearthClient client() {
    return client;
  }

  Picture picture() {
    return picture;
  }

  KnownServers servers() {
    return profile;
  }

  UserId me() {
    return identity.me();
  }

  /// The lobby's messages that the server has.
  List<String> texts() {
    return picture.messages(Peer.LOBBY).stream().map(Device::text).toList();
  }

  /// The row of a message; its text is empty where it was deleted.
  static String text(Row row) {
    return row.content() instanceof Content.Text(String text) ? text : "";
  }

  @Override
  public void close() {
    client.close();
  }
}

package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.Address;
import hearth.client.model.Connection;
import hearth.protocol.Device;
import hearth.protocol.DeviceCode;
import hearth.protocol.DeviceId;
import hearth.protocol.Fault;
import hearth.server.config.Encryption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The client core on two devices of one person: real sockets, real files on both sides.
class LinkedDevicesIT {
  @TempDir Path folder;
  private HearthServer server;
  private hearth.server.Device laptop;
  private hearth.server.Device tablet;

  @BeforeEach
  void twoDevices() throws Exception {
    server =
        HearthServer.start(
            ServerFixture.config(folder.resolve("data")).with(new Encryption.OwnKey()));
    laptop = hearth.server.Device.join(folder.resolve("Mira"), address());
    DeviceCode code = laptop.client().account().createDeviceCode().get().code();
    tablet = hearth.server.Device.link(folder.resolve("tablet"), address(), code);
  }

  @AfterEach
  void end() {
    laptop.close();
    tablet.close();
    server.close();
  }

  private Address address() {
    return new Address("127.0.0.1", server.port());
  }

  @Test
  void bothAreTheSamePerson() throws Exception {
    assertThat(tablet.me()).isEqualTo(laptop.me());
    tablet.post("from the tablet");
    laptop.await(p -> p.messages(Peer.LOBBY).size() == 1);
    assertThat(laptop.texts()).containsExactly("from the tablet");
    assertThat(tablet.servers().known()).extracting(known -> known.name()).containsExactly("Mira");
    assertThat(laptop.client().account().devices().get())
        .extracting(Device::name)
        .containsExactly("", "Tablet");
  }

  @Test
  void aDeviceThatIsSignedOutForgetsEverything() throws Exception {
    tablet.post("kept on the tablet");
    laptop.await(p -> p.messages(Peer.LOBBY).size() == 1);
    laptop.client().account().removeDevice(idOfTablet()).get();
    tablet.await(p -> new Connection.Refused(Fault.DEVICE_SIGNED_OUT).equals(p.connection()));
    assertThat(tablet.servers().known()).isEmpty();
    assertThat(filesOf("tablet")).isEmpty();
    tablet.post("after all is gone");
    tablet.close();
    assertThat(filesOf("tablet")).isEmpty();
    laptop.post("still here");
    laptop.await(p -> p.messages(Peer.LOBBY).size() == 2);
  }

  @Test
  void aDeviceThatWasAwayForgetsWhenItComesBack() throws Exception {
    DeviceId id = idOfTablet();
    tablet.close();
    laptop.client().account().removeDevice(id).get();
    tablet.startAgain();
    tablet.await(p -> new Connection.Refused(Fault.DEVICE_SIGNED_OUT).equals(p.connection()));
    assertThat(filesOf("tablet")).isEmpty();
  }

  private DeviceId idOfTablet() throws Exception {
    return laptop.client().account().devices().get().getLast().id();
  }

  private List<Path> filesOf(String profile) throws Exception {
    try (Stream<Path> files = Files.list(folder.resolve(profile))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}

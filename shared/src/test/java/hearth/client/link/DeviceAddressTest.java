package hearth.client.link;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.store.Identity;
import hearth.protocol.DeviceCode;
import hearth.protocol.ServerInfo;
import hearth.protocol.UserId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Addresses with a code that adds a device.
class DeviceAddressTest {
  private static final DeviceCode CODE = new DeviceCode("K7QM2XPA");
  private static final String KEY = "5f2c1d0a9b8e7f6a".repeat(4);

  @Test
  void whatIsShownIsReadAgain() {
    for (Address address :
        new Address[] {
          new Address("192.168.1.20", 7420, false, KEY),
          new Address("my-laptop.local", 7421),
          new Address("127.0.0.1", 7420, true, null),
          new Address("[::1]", 7420, false, KEY),
        }) {
      Address with = address.with(CODE);
      assertThat(Address.parse(with.toString())).as("%s", with).contains(with);
      assertThat(new Identity(new ServerInfo(KEY, "Workshop"), with, new UserId(1), "Mira", "t"))
          .extracting(Identity::address)
          .isEqualTo(address);
    }
  }

  @Test
  void aLinkHasTheFormOfAnInvitation() {
    assertThat(new Address("192.168.1.20", 7420, false, KEY).with(CODE).toString())
        .isEqualTo("hearth://192.168.1.20:7420/" + KEY + "?code=K7QM2XPA");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hearth://192.168.1.20:7420",
        "hearth://192.168.1.20:7420/?code=",
        "hearth://192.168.1.20:7420/?code=K7QM2XP",
        "hearth://192.168.1.20:7420/?code=K7QM2XP0",
        "hearth://192.168.1.20:7420/?other=K7QM2XPA",
      })
  void whatIsNoCodeIsSkipped(String typed) {
    assertThat(Address.parse(typed)).contains(new Address("192.168.1.20", 7420));
  }

  @ParameterizedTest
  @ValueSource(strings = {"K7QM2XPA", "k7qm-2xpa", " K7QM – 2XPA ", "k 7 q m 2 x p a"})
  void aCodeIsReadAsPeopleTypeIt(String typed) {
    assertThat(DeviceCode.parse(typed)).contains(CODE);
    assertThat(CODE.shown()).isEqualTo("K7QM-2XPA");
  }
}

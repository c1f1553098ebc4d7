package hearth.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceNameTest {
  @ParameterizedTest
  @CsvSource(
      value = {
        "lab-03, Linux, lab-03 (Linux)",
        "DESKTOP-8FJ3K, Windows 11, DESKTOP-8FJ3K (Windows)",
        "Miras-MacBook-Pro.local, Mac OS X, Miras-MacBook-Pro (macOS)",
        "localhost, Linux, Linux",
        "10.0.0.9, Linux, Linux",
        "fe80::1, Linux, Linux",
        "'', Linux, Linux",
        "'', '', ''",
        "a-host-with-a-name-of-exactly-36-chars, Linux, a-host-with-a-name-of-exactly-36-chars",
        "a-host-with-a-name-that-no-server-would-take, Linux, Linux",
      })
  void aNameIsShortAndSaysTheSystem(String host, String system, String name) {
    assertThat(DeviceName.of(host, system)).isEqualTo(name);
  }
}

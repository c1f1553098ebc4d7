package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.server.JoinAddresses.Candidate;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JoinAddressesTest {
  @Test
  void anAddressOfTheLocalNetworkIsTheBestAndLoopbackTheLast() {
    List<String> best =
        Stream.of(
                new Candidate("lo", address("127.0.0.1")),
                new Candidate("docker0", address("172.17.0.1")),
                new Candidate("eth0", address("2001:db8::5")),
                new Candidate("eth0", address("203.0.113.9")),
                new Candidate("wlan0", address("192.168.1.20")))
            .sorted(Comparator.comparingInt(Candidate::rank))
            .map(candidate -> JoinAddresses.text(candidate.address(), 7420))
            .toList();
    assertThat(best)
        .containsExactly(
            "192.168.1.20:7420",
            "203.0.113.9:7420",
            "[2001:db8:0:0:0:0:0:5]:7420",
            "172.17.0.1:7420",
            "127.0.0.1:7420");
  }

  @Test
  void aServerOnOneAddressIsJoinedByThatOne() {
    assertThat(JoinAddresses.of(new InetSocketAddress(address("192.168.1.20"), 7421)))
        .containsExactly("192.168.1.20:7421");
  }

  @Test
  void aServerOnAllAddressesIsJoinedByAtLeastOne() {
    assertThat(JoinAddresses.of(new InetSocketAddress(7421)))
        .isNotEmpty()
        .allMatch(address -> address.endsWith(":7421"));
  }

  private static InetAddress address(String literal) {
    return InetAddress.ofLiteral(literal);
  }
}

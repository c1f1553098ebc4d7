package hearth.server.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.UserId;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  private static final UserId ANN = new UserId(1);
  private static final UserId BEN = new UserId(2);
  private static final Origin HERE = new Origin(1);
  private static final Origin THERE = new Origin(2);

  private final RateLimits limits =
      new RateLimits(
          Map.of(Kind.WRITING, new Rate(2, 1)),
          Map.of(Kind.WRITING, new Rate(3, 1), Kind.JOINING, new Rate(1, 0.1)));
  private long now = Long.MAX_VALUE - 5; // a clock may run over its end
  private final RateLimit limit = new RateLimit(limits, () -> now);

  @Test
  void eachPersonHasTheirOwn() {
    assertThat(wait(Kind.WRITING, ANN, HERE)).isZero();
    assertThat(wait(Kind.WRITING, ANN, HERE)).isZero();
    assertThat(wait(Kind.WRITING, ANN, THERE)).isEqualTo(Duration.ofSeconds(1));
    assertThat(wait(Kind.WRITING, BEN, THERE)).isZero();
  }

  @Test
  void whatOnePersonIsRefusedIsNotTakenFromTheAddress() {
    for (int i = 0; i < 10; i++) {
      wait(Kind.WRITING, ANN, HERE);
    }
    assertThat(wait(Kind.WRITING, BEN, HERE)).isZero();
    assertThat(wait(Kind.WRITING, BEN, HERE)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void strangersAreCountedByAddress() {
    assertThat(wait(Kind.JOINING, null, HERE)).isZero();
    assertThat(wait(Kind.JOINING, null, HERE)).isEqualTo(Duration.ofSeconds(10));
    assertThat(wait(Kind.JOINING, null, THERE)).isZero();
    now += Duration.ofSeconds(10).toNanos();
    assertThat(wait(Kind.JOINING, null, HERE)).isZero();
  }

  @Test
  void aKindWithoutARateIsNotLimited() {
    for (int i = 0; i < 1_000; i++) {
      assertThat(wait(Kind.TYPING, ANN, HERE)).isZero();
    }
  }

  @Test
  void anOriginIsAnAddressOrANetworkOfVersionSix() throws UnknownHostException {
    assertThat(origin("192.168.1.20")).isNotEqualTo(origin("192.168.1.21"));
    assertThat(origin("2001:db8:1:2::1")).isEqualTo(origin("2001:db8:1:2:ffff::9"));
    assertThat(origin("2001:db8:1:2::1")).isNotEqualTo(origin("2001:db8:1:3::1"));
    assertThat(origin("::ffff:192.168.1.20")).isEqualTo(origin("192.168.1.20"));
  }

  private static Origin origin(String address) throws UnknownHostException {
    return Origin.of(InetAddress.getByName(address));
  }

  private Duration wait(Kind kind, @Nullable UserId who, Origin from) {
    FaultException refused =
        catchThrowableOfType(FaultException.class, () -> limit.count(kind, who, from));
    if (refused == null) {
      return Duration.ZERO;
    }
    assertThat(refused.fault()).isEqualTo(Fault.RATE_LIMITED);
    return refused.retryAfter();
  }
}

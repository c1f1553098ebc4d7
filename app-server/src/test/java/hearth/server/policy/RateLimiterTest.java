package hearth.server.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.UserId;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
  private static final UserId ANN = new UserId(1);
  private static final UserId BEN = new UserId(2);
  private static final UserId CLEO = new UserId(3);
  private static final ClientNetwork HERE = new ClientNetwork(1);
  private static final ClientNetwork THERE = new ClientNetwork(2);
  private static final int PAGE_TOKEN = 16 * 1024;

  private final RateLimits limits =
      new RateLimits(
          Map.of(RateCategory.WRITING, new Rate(2, 1), RateCategory.HISTORY, new Rate(4, 1)),
          Map.of(
              RateCategory.WRITING, new Rate(3, 1),
              RateCategory.JOINING, new Rate(1, 0.1),
              RateCategory.HISTORY, new Rate(8, 1)));
  private long now = Long.MAX_VALUE - 5; // a clock may run over its end
  private final RateLimiter limiter = new RateLimiter(limits, () -> now);

  @Test
  void eachPersonHasTheirOwn() {
    assertThat(wait(RateCategory.WRITING, ANN, HERE)).isZero();
    assertThat(wait(RateCategory.WRITING, ANN, HERE)).isZero();
    assertThat(wait(RateCategory.WRITING, ANN, THERE)).isEqualTo(Duration.ofSeconds(1));
    assertThat(wait(RateCategory.WRITING, BEN, THERE)).isZero();
  }

  @Test
  void whatOnePersonIsRefusedIsNotTakenFromTheAddress() {
    for (int i = 0; i < 10; i++) {
      wait(RateCategory.WRITING, ANN, HERE);
    }
    assertThat(wait(RateCategory.WRITING, BEN, HERE)).isZero();
    assertThat(wait(RateCategory.WRITING, BEN, HERE)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void thoseWhoHaveNotJoinedAreCountedByAddress() {
    assertThat(wait(RateCategory.JOINING, null, HERE)).isZero();
    assertThat(wait(RateCategory.JOINING, null, HERE)).isEqualTo(Duration.ofSeconds(10));
    assertThat(wait(RateCategory.JOINING, null, THERE)).isZero();
    now += Duration.ofSeconds(10).toNanos();
    assertThat(wait(RateCategory.JOINING, null, HERE)).isZero();
  }

  @Test
  void aLongPageIsPaidForAfterwardsByPersonAndAddress() {
    assertThat(wait(RateCategory.HISTORY, ANN, HERE)).isZero();
    limiter.charge(RateCategory.HISTORY, 4 * PAGE_TOKEN, ANN, HERE);
    assertThat(debt(ANN)).as("five of four").isEqualTo(Duration.ofSeconds(1));
    assertThat(wait(RateCategory.HISTORY, ANN, HERE)).isEqualTo(Duration.ofSeconds(2));
    assertThat(wait(RateCategory.WRITING, ANN, HERE)).isZero();
    assertThat(debt(BEN)).isZero();
    limiter.charge(RateCategory.HISTORY, 4 * PAGE_TOKEN, BEN, HERE);
    assertThat(debt(CLEO)).as("nine of the address's eight").isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void aShortPageCostsNothingBesideItsRequest() {
    for (int i = 0; i < 1_000; i++) {
      limiter.charge(RateCategory.HISTORY, PAGE_TOKEN - 1, ANN, HERE);
    }
    assertThat(debt(ANN)).isZero();
    assertThat(wait(RateCategory.HISTORY, ANN, HERE)).isZero();
  }

  @Test
  void aCategoryWithoutARateIsNotLimited() {
    for (int i = 0; i < 1_000; i++) {
      assertThat(wait(RateCategory.SIGNS, ANN, HERE)).isZero();
    }
  }

  @Test
  void aNetworkIsAnIpv4AddressOrAnIpv6Network() throws UnknownHostException {
    assertThat(network("192.168.1.20")).isNotEqualTo(network("192.168.1.21"));
    assertThat(network("2001:db8:1:2::1")).isEqualTo(network("2001:db8:1:2:ffff::9"));
    assertThat(network("2001:db8:1:2::1")).isNotEqualTo(network("2001:db8:1:3::1"));
    assertThat(network("::ffff:192.168.1.20")).isEqualTo(network("192.168.1.20"));
  }

  private static ClientNetwork network(String address) throws UnknownHostException {
    return ClientNetwork.of(InetAddress.getByName(address));
  }

  private Duration debt(UserId who) {
    return waitOf(() -> limiter.needNoDebt(RateCategory.HISTORY, who, HERE));
  }

  private Duration wait(RateCategory category, @Nullable UserId who, ClientNetwork from) {
    return waitOf(() -> limiter.count(category, who, from));
  }

  private static Duration waitOf(ThrowingCallable asking) {
    FaultException refused = catchThrowableOfType(FaultException.class, asking);
    if (refused == null) {
      return Duration.ZERO;
    }
    assertThat(refused.fault()).isEqualTo(Fault.RATE_LIMITED);
    return refused.retryAfter();
  }
}

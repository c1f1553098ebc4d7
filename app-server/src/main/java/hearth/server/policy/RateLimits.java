package hearth.server.policy;

import java.util.EnumMap;
import java.util.Map;

/// The rates per person, all devices together, and per address. A category without a rate is not
/// limited.
///
/// The rates per address suit a full classroom behind one router.
public record RateLimits(Map<RateCategory, Rate> person, Map<RateCategory, Rate> address) {
  /// No limits: for load tests, and for tests that must be fast.
  public static final RateLimits NONE = new RateLimits(Map.of(), Map.of());

  /// High enough that a fast human never notices, and a client that catches up after a long time
  /// waits only briefly. The burst of writing pays for a group of a thousand. A code that adds a
  /// device can be tried five times per minute.
  public static final RateLimits DEFAULT =
      new RateLimits(
          Map.of(
              RateCategory.WRITING, new Rate(120, 10),
              RateCategory.SIGNS, new Rate(20, 4),
              RateCategory.DEVICES, new Rate(20, 1.0 / 30),
              RateCategory.HISTORY, new Rate(400, 50),
              RateCategory.RESUMING, new Rate(30, 1),
              RateCategory.OTHER, new Rate(2_000, 200)),
          Map.of(
              RateCategory.WRITING, new Rate(1_000, 200),
              RateCategory.SIGNS, new Rate(500, 100),
              RateCategory.JOINING, new Rate(200, 2),
              RateCategory.LINKING, new Rate(5, 5.0 / 60),
              RateCategory.HISTORY, new Rate(8_000, 500),
              RateCategory.RESUMING, new Rate(4_000, 200),
              RateCategory.HANDSHAKES, new Rate(400, 40),
              RateCategory.OTHER, new Rate(20_000, 2_000)));

  public RateLimits {
    person = Map.copyOf(person);
    address = Map.copyOf(address);
  }

  /// How fast TLS handshakes of one address begin; as fast as there is any need if there is no
  /// limit.
  public Rate handshakes() {
    return address.getOrDefault(RateCategory.HANDSHAKES, Rate.ANY);
  }

  /// The same with another rate for writing per person.
  public RateLimits withWriting(Rate rate) {
    return new RateLimits(with(person, RateCategory.WRITING, rate), address);
  }

  private static Map<RateCategory, Rate> with(
      Map<RateCategory, Rate> rates, RateCategory category, Rate rate) {
    Map<RateCategory, Rate> changed = new EnumMap<>(RateCategory.class);
    changed.putAll(rates);
    changed.put(category, rate);
    return changed;
  }
}

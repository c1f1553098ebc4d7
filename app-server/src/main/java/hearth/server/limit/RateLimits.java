package hearth.server.limit;

import java.util.EnumMap;
import java.util.Map;

/// What one person, with all devices together, and what one address may ask for. A kind that is not
/// named is not limited.
///
/// An address is given about what a full classroom behind one router needs.
public record RateLimits(Map<Kind, Rate> person, Map<Kind, Rate> address) {
  /// Nobody is ever told to wait: for measuring, and for tests that are in a hurry.
  public static final RateLimits NONE = new RateLimits(Map.of(), Map.of());

  /// What a fast human never meets, and a client that comes back after a long time only as a short
  /// pause.
  public static final RateLimits USUAL =
      new RateLimits(
          Map.of(
              Kind.WRITING, new Rate(60, 10),
              Kind.TYPING, new Rate(20, 4),
              Kind.HISTORY, new Rate(400, 50),
              Kind.OTHER, new Rate(2_000, 200)),
          Map.of(
              Kind.WRITING, new Rate(1_000, 200),
              Kind.TYPING, new Rate(500, 100),
              Kind.JOINING, new Rate(200, 2),
              Kind.HISTORY, new Rate(8_000, 500),
              Kind.OTHER, new Rate(20_000, 2_000)));

  public RateLimits {
    person = Map.copyOf(person);
    address = Map.copyOf(address);
  }

  /// The same, but for what a person may write.
  public RateLimits withWriting(Rate rate) {
    return new RateLimits(with(person, Kind.WRITING, rate), address);
  }

  private static Map<Kind, Rate> with(Map<Kind, Rate> rates, Kind kind, Rate rate) {
    Map<Kind, Rate> changed = new EnumMap<>(Kind.class);
    changed.putAll(rates);
    changed.put(kind, rate);
    return changed;
  }
}

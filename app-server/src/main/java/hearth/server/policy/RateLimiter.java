package hearth.server.policy;

import hearth.protocol.FaultException;
import hearth.protocol.Request;
import hearth.protocol.UserId;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Refuses requests that come too fast, counted per person and per address. All connections and
/// devices of a person count together, so reconnecting does not help. Safe from any thread.
public final class RateLimiter {
  /// How many buckets one category has at most.
  private static final int MAX_BUCKETS = 1 << 16;

  private final Map<RateCategory, TokenBuckets<UserId>> perPerson;
  private final Map<RateCategory, TokenBuckets<ClientNetwork>> perNetwork;

  /// Starts with full buckets.
  ///
  /// @param nanos a clock like `System.nanoTime`
  public RateLimiter(RateLimits limits, LongSupplier nanos) {
    perPerson = buckets(limits.person(), nanos);
    perNetwork = buckets(limits.address(), nanos);
  }

  private static <K> Map<RateCategory, TokenBuckets<K>> buckets(
      Map<RateCategory, Rate> rates, LongSupplier nanos) {
    Map<RateCategory, TokenBuckets<K>> buckets = new EnumMap<>(RateCategory.class);
    rates.forEach(
        (category, rate) -> buckets.put(category, new TokenBuckets<>(rate, MAX_BUCKETS, nanos)));
    return buckets;
  }

  /// Counts a request by its price. One that is refused to a person does not count against the
  /// address, which others may share.
  ///
  /// @param who null before joining
  /// @throws FaultException `RATE_LIMITED`, with the time to wait
  public void count(Request request, @Nullable UserId who, ClientNetwork from) {
    count(RateCategory.of(request), RateCategory.price(request), who, from);
  }

  /// Counts something that costs one token, as above.
  public void count(RateCategory category, @Nullable UserId who, ClientNetwork from) {
    count(category, 1, who, from);
  }

  private void count(RateCategory category, int tokens, @Nullable UserId who, ClientNetwork from) {
    if (who != null) {
      take(perPerson.get(category), who, tokens);
    }
    take(perNetwork.get(category), from, tokens);
  }

  /// Counts for a person what was counted for the address before it was known whose it is.
  ///
  /// @throws FaultException `RATE_LIMITED`, with the time to wait
  public void count(RateCategory category, UserId who) {
    take(perPerson.get(category), who, 1);
  }

  /// Refuses whoever is in debt, and counts nothing: what was counted when it was asked for is
  /// about to be done.
  ///
  /// @throws FaultException `RATE_LIMITED`, with the time to wait
  public void needNoDebt(RateCategory category, UserId who, ClientNetwork from) {
    count(category, 0, who, from);
  }

  /// Charges for a page that was read, by its length. Refuses nothing: person and address may be in
  /// debt afterwards, and what they ask for next is refused until that is made up for.
  ///
  /// @param bytes its length as it is sent
  public void charge(RateCategory category, int bytes, UserId who, ClientNetwork from) {
    int tokens = RateCategory.priceOfPage(bytes);
    if (tokens > 0) {
      charge(perPerson.get(category), who, tokens);
      charge(perNetwork.get(category), from, tokens);
    }
  }

  private static <K> void charge(@Nullable TokenBuckets<K> buckets, K who, int tokens) {
    if (buckets != null) {
      buckets.charge(who, tokens);
    }
  }

  private static <K> void take(@Nullable TokenBuckets<K> buckets, K who, int tokens) {
    Duration wait = buckets == null ? Duration.ZERO : buckets.take(who, tokens);
    if (wait.isPositive()) {
      throw FaultException.tooSoon(wait);
    }
  }
}

package hearth.client.model;

import hearth.protocol.Sign;
import hearth.protocol.UserId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which signs the others of a chat show, and until when. Confined to the client thread.
final class ShownSigns {
  private final Map<Sign, Map<UserId, Long>> until = new EnumMap<>(Sign.class);

  /// Adds a sign, or keeps one for longer.
  ///
  /// @return whether the member did not show it before
  boolean shown(UserId user, Sign sign, long nowNanos) {
    return sign != Sign.UNKNOWN
        && until
                .computeIfAbsent(sign, any -> new LinkedHashMap<>())
                .put(user, nowNanos + sign.millis() * 1_000_000L)
            == null;
  }

  /// A member has posted, which ends signs such as typing.
  void posted(UserId author) {
    until.forEach(
        (sign, users) -> {
          if (sign.endsWithPost()) {
            users.remove(author);
          }
        });
  }

  /// Removes signs that were not shown again in time.
  ///
  /// @return whether there were any
  boolean expire(long nowNanos) {
    boolean expired = false;
    for (Map<UserId, Long> users : until.values()) {
      expired |= users.values().removeIf(end -> end - nowNanos <= 0);
    }
    return expired;
  }

  boolean isEmpty() {
    return until.values().stream().allMatch(Map::isEmpty);
  }

  /// What they take of [Capacity].
  int places() {
    return until.values().stream().mapToInt(Map::size).sum();
  }

  /// Who shows which sign now, the latest last.
  Map<Sign, List<UserId>> all() {
    Map<Sign, List<UserId>> shown = new EnumMap<>(Sign.class);
    until.forEach((sign, users) -> shown.put(sign, List.copyOf(users.keySet())));
    return shown;
  }
}

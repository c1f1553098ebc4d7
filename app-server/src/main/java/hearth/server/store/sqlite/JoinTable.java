package hearth.server.store.sqlite;

import hearth.server.policy.ClientNetwork;
import hearth.sqlite.Query;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;

/// The table `joining`: how many people have joined from each network today (UTC). It holds no
/// addresses, but hashes of them with a salt of the day; yesterday's are overwritten with the first
/// join of a day, and whoever opens the file. Confined to the thread that holds the connection.
final class JoinTable {
  private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();
  private static final int SALT = 16;

  private final Query day;
  private final Query salt;
  private final Query count;
  private final Query add;
  private final Query forget;
  private final Query begin;

  JoinTable(Connection connection) {
    day = new Query(connection, "SELECT day FROM joining_day");
    salt = new Query(connection, "SELECT salt FROM joining_day");
    count = new Query(connection, "SELECT people FROM joining WHERE network = ?");
    add =
        new Query(
            connection,
            """
            INSERT INTO joining (network, people) VALUES (?, 1)
            ON CONFLICT (network) DO UPDATE SET people = people + 1\
            """);
    forget = new Query(connection, "DELETE FROM joining");
    begin =
        new Query(
            connection,
            """
            INSERT INTO joining_day (id, day, salt) VALUES (1, ?, ?)
            ON CONFLICT (id) DO UPDATE SET day = excluded.day, salt = excluded.salt\
            """);
  }

  /// How many have joined from a network on the day of this moment.
  int of(ClientNetwork network, Instant now) {
    return isToday(now) ? count.first(row -> row.getInt(1), hash(network)).orElse(0) : 0;
  }

  void add(ClientNetwork network, Instant now) {
    forgetOther(now);
    add.update(hash(network));
  }

  /// Forgets what was counted on another day.
  void forgetOther(Instant now) {
    if (!isToday(now)) {
      byte[] fresh = new byte[SALT];
      new SecureRandom().nextBytes(fresh);
      forget.update();
      begin.update(dayOf(now), fresh);
    }
  }

  private boolean isToday(Instant now) {
    return day.first(row -> row.getLong(1)).filter(known -> known == dayOf(now)).isPresent();
  }

  private static long dayOf(Instant now) {
    return Math.floorDiv(now.toEpochMilli(), DAY_MILLIS);
  }

  private long hash(ClientNetwork network) {
    try {
      byte[] ofDay = salt.only(row -> row.getBytes(1));
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(ofDay);
      digest.update(ByteBuffer.allocate(Long.BYTES).putLong(network.network()).flip());
      return ByteBuffer.wrap(digest.digest()).getLong();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}

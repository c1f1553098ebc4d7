package hearth.client.store.sqlite;

import hearth.client.link.Address;
import hearth.client.store.Identity;
import hearth.protocol.ServerInfo;
import hearth.protocol.UserId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Who this device is on the server, and what joining began: values by name. Holds no state.
final class MetaTable {
  private static final String SERVER = "server";
  private static final String SERVER_NAME = "serverName";
  private static final String ADDRESS = "address";
  private static final String ME = "me";
  private static final String NAME = "name";
  private static final String TOKEN = "token";
  private static final String EPOCH = "epoch";

  private MetaTable() {}

  static void save(ClientDatabase sql, Identity identity) {
    put(sql, SERVER, identity.server().id());
    put(sql, SERVER_NAME, identity.server().name());
    put(sql, ADDRESS, identity.address().toString());
    put(sql, ME, Long.toString(identity.me().value()));
    put(sql, NAME, identity.name());
    put(sql, TOKEN, identity.token());
  }

  /// Empty where joining was never completed.
  static Optional<Identity> identity(ClientDatabase sql) {
    Map<String, String> meta = all(sql);
    String server = meta.get(SERVER);
    String serverName = meta.get(SERVER_NAME);
    Optional<Address> address = Address.parse(meta.getOrDefault(ADDRESS, ""));
    String me = meta.get(ME);
    String name = meta.get(NAME);
    String token = meta.get(TOKEN);
    if (server == null
        || serverName == null
        || address.isEmpty()
        || me == null
        || name == null
        || token == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Identity(
            new ServerInfo(server, serverName),
            address.get(),
            new UserId(Long.parseLong(me)),
            name,
            token));
  }

  static Optional<String> epoch(ClientDatabase sql) {
    return Optional.ofNullable(all(sql).get(EPOCH));
  }

  static void saveEpoch(ClientDatabase sql, String epoch) {
    put(sql, EPOCH, epoch);
  }

  private static Map<String, String> all(ClientDatabase sql) {
    Map<String, String> meta = new HashMap<>();
    sql.list(
        "SELECT key, value FROM meta", row -> meta.put(row.getString(1), row.getString(2)) == null);
    return meta;
  }

  private static void put(ClientDatabase sql, String key, String value) {
    sql.update(
        "INSERT INTO meta(key, value) VALUES (?, ?) ON CONFLICT(key) DO UPDATE SET value ="
            + " excluded.value",
        key,
        value);
  }
}

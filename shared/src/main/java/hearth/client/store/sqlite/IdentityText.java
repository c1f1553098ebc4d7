package hearth.client.store.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;

import hearth.client.link.Address;
import hearth.client.store.Identity;
import hearth.protocol.FaultException;
import hearth.protocol.ServerInfo;
import hearth.protocol.UserId;
import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How an [Identity] is written in its file: a line for each value, as Java's properties are. The
/// last line says that the file is whole. Pure.
final class IdentityText {
  private static final String SERVER = "server";
  private static final String SERVER_NAME = "serverName";
  private static final String ADDRESS = "address";
  private static final String ME = "me";
  private static final String NAME = "name";
  private static final String TOKEN = "token";
  private static final String WHOLE = "whole";

  private IdentityText() {}

  static String of(Identity identity) {
    StringBuilder text = new StringBuilder();
    put(text, SERVER, identity.server().id());
    put(text, SERVER_NAME, identity.server().name());
    put(text, ADDRESS, identity.address().toString());
    put(text, ME, Long.toString(identity.me().value()));
    put(text, NAME, identity.name());
    put(text, TOKEN, identity.token());
    put(text, WHOLE, "yes");
    return text.toString();
  }

  /// Line breaks and backslashes are escaped, so that no name can add a line.
  private static void put(StringBuilder text, String key, String value) {
    text.append(key).append('=');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case ' ' -> text.append("\\ ");
        default -> text.append(c);
      }
    }
    text.append('\n');
  }

  /// Empty where it is not whole.
  static Optional<Identity> parse(byte[] file) {
    Properties values = new Properties();
    try {
      values.load(new StringReader(new String(file, UTF_8)));
    } catch (IOException | IllegalArgumentException damaged) {
      return Optional.empty();
    }
    Map<String, String> map = new TreeMap<>();
    values.forEach((key, value) -> map.put(String.valueOf(key), String.valueOf(value)));
    return map.containsKey(WHOLE) ? read(map, map.get(TOKEN)) : Optional.empty();
  }

  /// An identity whose values have these names.
  static Optional<Identity> read(Map<String, String> values, @Nullable String token) {
    String server = values.get(SERVER);
    String serverName = values.get(SERVER_NAME);
    Optional<Address> address = Address.parse(values.getOrDefault(ADDRESS, ""));
    String me = values.get(ME);
    String name = values.get(NAME);
    if (server == null
        || serverName == null
        || address.isEmpty()
        || me == null
        || name == null
        || token == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Identity(
              new ServerInfo(server, serverName),
              address.get(),
              new UserId(Long.parseLong(me)),
              name,
              token));
    } catch (FaultException | IllegalArgumentException damaged) {
      return Optional.empty();
    }
  }
}

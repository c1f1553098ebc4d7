package hearth.desktop.profile;

import com.google.gson.JsonObject;
import hearth.protocol.Limits;

/// The server that this profile hosts.
///
/// @param on whether it is started with the app
/// @param serverId the id of the server in this profile's folder; empty if none was ever hosted
public record HostedServer(boolean on, String name, int port, String serverId) {
  static final HostedServer NONE = new HostedServer(false, "", Limits.DEFAULT_PORT, "");

  private static final Key<Boolean> ON = new Key<>("on", NONE.on, Codec.FLAG);
  private static final Key<String> NAME = new Key<>("place", NONE.name, Codec.TEXT);
  private static final Key<Integer> PORT = new Key<>("port", NONE.port, Codec.WHOLE_NUMBER);
  private static final Key<String> SERVER_ID = new Key<>("serverId", NONE.serverId, Codec.TEXT);

  static final Codec<HostedServer> CODEC =
      Codec.of(json -> read(json.getAsJsonObject()), HostedServer::write);

  /// The same server, to be started with the app or not.
  public HostedServer withOn(boolean now) {
    return new HostedServer(now, name, port, serverId);
  }

  public HostedServer withPort(int now) {
    return new HostedServer(on, name, now, serverId);
  }

  private static HostedServer read(JsonObject json) {
    return new HostedServer(
        ON.readFrom(json), NAME.readFrom(json), PORT.readFrom(json), SERVER_ID.readFrom(json));
  }

  private JsonObject write() {
    JsonObject json = new JsonObject();
    ON.writeTo(json, on);
    NAME.writeTo(json, name);
    PORT.writeTo(json, port);
    SERVER_ID.writeTo(json, serverId);
    return json;
  }
}

package hearth.client.store.sqlite;

import hearth.protocol.json.CodecException;
import hearth.protocol.json.JsonType;

/// Reads what is kept as the protocol's JSON. Pure.
final class StoredJson {
  private StoredJson() {}

  /// @throws DamagedException where it is not what was written
  static <T> T read(JsonType<T> type, String json) {
    try {
      return type.fromJson(json);
    } catch (CodecException damaged) {
      throw new DamagedException("a row is not what was written", damaged);
    }
  }
}

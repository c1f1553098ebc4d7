package hearth.desktop.profile;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/// One setting. The catalogue of them is in [Settings].
///
/// @param name its name in the file
/// @param fallback its value until it is set, and for values that only a newer version knows
public record Key<T>(String name, T fallback, Codec<T> codec) {
  T readFrom(JsonObject json) {
    JsonElement value = json.get(name);
    return value == null || value.isJsonNull() ? fallback : codec.read(value).orElse(fallback);
  }

  void writeTo(JsonObject json, T value) {
    json.add(name, codec.write(value));
  }
}

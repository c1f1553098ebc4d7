package hearth.desktop.profile;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.Optional;

/// Where the window was on the screen.
public record WindowPlacement(double x, double y, double width, double height, boolean maximized) {
  private static final Key<Double> X = new Key<>("x", 0.0, Codec.NUMBER);
  private static final Key<Double> Y = new Key<>("y", 0.0, Codec.NUMBER);
  private static final Key<Double> WIDTH = new Key<>("width", 1280.0, Codec.NUMBER);
  private static final Key<Double> HEIGHT = new Key<>("height", 800.0, Codec.NUMBER);
  private static final Key<Boolean> MAXIMIZED = new Key<>("maximized", false, Codec.FLAG);

  static final Codec<Optional<WindowPlacement>> CODEC =
      Codec.of(json -> Optional.of(read(json.getAsJsonObject())), WindowPlacement::write);

  private static WindowPlacement read(JsonObject json) {
    return new WindowPlacement(
        X.readFrom(json),
        Y.readFrom(json),
        WIDTH.readFrom(json),
        HEIGHT.readFrom(json),
        MAXIMIZED.readFrom(json));
  }

  private static JsonElement write(Optional<WindowPlacement> placement) {
    return placement.<JsonElement>map(WindowPlacement::write).orElse(JsonNull.INSTANCE);
  }

  private JsonObject write() {
    JsonObject json = new JsonObject();
    X.writeTo(json, x);
    Y.writeTo(json, y);
    WIDTH.writeTo(json, width);
    HEIGHT.writeTo(json, height);
    MAXIMIZED.writeTo(json, maximized);
    return json;
  }
}

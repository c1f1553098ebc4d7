package hearth.desktop.profile;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// How a setting is written in the file.
interface Codec<T> {
  Codec<String> TEXT = of(JsonElement::getAsString, JsonPrimitive::new);
  Codec<Boolean> FLAG = of(JsonElement::getAsBoolean, JsonPrimitive::new);
  Codec<Double> NUMBER = of(JsonElement::getAsDouble, JsonPrimitive::new);
  Codec<Integer> WHOLE_NUMBER = of(JsonElement::getAsInt, JsonPrimitive::new);

  Codec<List<String>> TEXTS =
      of(
          json -> json.getAsJsonArray().asList().stream().map(JsonElement::getAsString).toList(),
          Codec::array);

  /// The value; empty for one that only a newer version knows. Throws one of Gson's runtime
  /// exceptions if it has another type.
  Optional<T> read(JsonElement json);

  JsonElement write(T value);

  private static JsonElement array(List<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }

  static <T> Codec<T> of(Function<JsonElement, T> reader, Function<T, JsonElement> writer) {
    return new Codec<>() {
      @Override
      public Optional<T> read(JsonElement json) {
        return Optional.of(reader.apply(json));
      }

      @Override
      public JsonElement write(T value) {
        return writer.apply(value);
      }
    };
  }

  /// Writes the constants of an enum by name.
  static <E extends Enum<E>> Codec<E> ofEnum(Class<E> type) {
    return new Codec<>() {
      @Override
      public Optional<E> read(JsonElement json) {
        String name = json.getAsString();
        return Arrays.stream(type.getEnumConstants())
            .filter(each -> each.name().equals(name))
            .findFirst();
      }

      @Override
      public JsonElement write(E value) {
        return new JsonPrimitive(value.name());
      }
    };
  }
}

package hearth.protocol.json;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The types that members of records have: numbers, strings, words, times, lists.
final class JsonTypes {
  static final JsonType<Long> LONG = of(JsonOut::value, JsonIn::number);
  static final JsonType<Integer> INT = of((out, value) -> out.value(value), JsonIn::smallNumber);
  static final JsonType<Boolean> FLAG = of(JsonOut::value, JsonIn::flag);
  static final JsonType<String> STRING = of(JsonOut::value, JsonIn::string);

  /// Milliseconds since 1970, UTC.
  static final JsonType<Instant> TIME = number(Instant::ofEpochMilli, Instant::toEpochMilli);

  private JsonTypes() {}

  static <T> JsonType<T> of(Writer<T> writer, Reader<T> reader) {
    return new JsonType<>() {
      @Override
      public void write(JsonOut out, T value) {
        writer.write(out, value);
      }

      @Override
      public T read(JsonIn in) throws IOException {
        return reader.read(in);
      }
    };
  }

  static <T> JsonType<T> number(Function<Long, T> make, Function<T, Long> value) {
    return of((out, it) -> out.value(value.apply(it)), in -> make.apply(in.number()));
  }

  static <T> JsonType<T> string(Function<String, T> make, Function<T, String> value) {
    return of((out, it) -> out.value(value.apply(it)), in -> make.apply(in.string()));
  }

  static <T> JsonType<List<T>> list(JsonType<T> element) {
    return of(
        (out, values) -> {
          out.beginArray();
          values.forEach(value -> element.write(out, value));
          out.endArray();
        },
        in -> in.list(element::read));
  }

  /// An enum's constants by their words; any other word reads as `unknown`, which is never written.
  static <E extends Enum<E>> JsonType<E> words(E unknown, Map<String, E> words) {
    Map<E, String> byConstant = new HashMap<>();
    words.forEach((word, constant) -> byConstant.put(constant, word));
    return of(
        (out, value) -> out.value(byConstant.getOrDefault(value, "unknown")),
        in -> words.getOrDefault(in.string(), unknown));
  }

  interface Writer<T> {
    void write(JsonOut out, T value);
  }

  interface Reader<T> {
    T read(JsonIn in) throws IOException;
  }
}

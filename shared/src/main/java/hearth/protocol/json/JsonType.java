package hearth.protocol.json;

import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import java.io.IOException;
import java.util.OptionalLong;

/// How values of one type are written to and read from JSON. Immutable; safe from any thread.
public interface JsonType<T> {
  void write(JsonOut out, T value);

  /// Reads one value.
  ///
  /// @throws IOException where the text is not JSON
  /// @throws IllegalStateException where it is other JSON than expected
  T read(JsonIn in) throws IOException;

  /// The value as one line of JSON, for a store.
  default String toJson(T value) {
    JsonOut out = new JsonOut();
    write(out, value);
    return out.toString();
  }

  /// Reads what [#toJson] wrote, in this version or an earlier one.
  ///
  /// @throws CodecException where the text is anything else
  default T fromJson(String text) throws CodecException {
    try {
      JsonIn in = new JsonIn(text);
      T value = read(in);
      in.end();
      return value;
    } catch (FaultException refused) {
      throw new CodecException(OptionalLong.empty(), refused.fault(), refused.sentence());
    } catch (IOException | IllegalStateException | NumberFormatException broken) {
      throw new CodecException(
          OptionalLong.empty(), Fault.PARSE_ERROR, String.valueOf(broken.getMessage()));
    }
  }
}

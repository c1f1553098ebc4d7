package hearth.protocol.json;

import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One member of a record's JSON object.
///
/// @param required whether a reader refuses an object without it
/// @param otherwise what an absent member means; a value equal to it is not written
record Field<R, T>(
    String name,
    JsonType<T> type,
    Function<R, @Nullable T> accessor,
    boolean required,
    @Nullable T otherwise) {

  static <R, T> Field<R, T> required(String name, JsonType<T> type, Function<R, T> accessor) {
    return new Field<>(name, type, owner -> accessor.apply(owner), true, null);
  }

  /// A member that is left out where it has its usual value.
  static <R, T> Field<R, T> usually(
      String name, JsonType<T> type, Function<R, T> accessor, T otherwise) {
    return new Field<>(name, type, owner -> accessor.apply(owner), false, otherwise);
  }

  /// A member that is left out where it is null.
  static <R, T> Field<R, T> nullable(
      String name, JsonType<T> type, Function<R, @Nullable T> accessor) {
    return new Field<>(name, type, accessor, false, null);
  }

  void write(JsonOut out, R owner) {
    T value = accessor.apply(owner);
    if (value != null && !value.equals(otherwise)) {
      out.name(name);
      type.write(out, value);
    }
  }

  T read(JsonIn in) throws IOException {
    return type.read(in);
  }

  /// The member's value as the constructor takes it.
  ///
  /// @param read what stood in the object; null for nothing
  @SuppressWarnings({"unchecked", "NullAway"}) // null only for a nullable member
  T valueOf(@Nullable Object read) {
    if (read == null && required) {
      throw new FaultException(Fault.PARAMS_INVALID, name + " is missing");
    }
    return read == null ? otherwise : (T) read;
  }
}

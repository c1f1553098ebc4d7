package hearth.protocol.json;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A family as objects whose first member, `type`, says which record it is. A type that is not
/// known is kept with its raw JSON, and written again as it came.
final class Tagged<T> implements JsonType<T> {
  private static final String TYPE = "type";
  private static final String TARGET = "target";

  private final Family<T> family;
  private final MakeUnknown<T> makeUnknown;
  private final RawOf<T> rawOf;

  /// A family with records of the future.
  ///
  /// @param rawOf the raw JSON of a value that was not known; null for any other
  Tagged(Family<T> family, MakeUnknown<T> makeUnknown, RawOf<T> rawOf) {
    this.family = family;
    this.makeUnknown = makeUnknown;
    this.rawOf = rawOf;
  }

  @Override
  public void write(JsonOut out, T value) {
    String raw = rawOf.of(value);
    if (raw != null) {
      out.raw(raw);
      return;
    }
    out.beginObject().name(TYPE).value(family.wordOf(value));
    family.writeMembers(out, value);
    out.endObject();
  }

  @Override
  public T read(JsonIn in) throws IOException {
    String type = in.beginTyped();
    T known = family.readMembers(type, in);
    return known != null ? known : readUnknown(type, in);
  }

  private T readUnknown(String type, JsonIn in) throws IOException {
    JsonOut raw = new JsonOut().beginObject().name(TYPE).value(type);
    long target = 0;
    for (String name = in.nextMember(); name != null; name = in.nextMember()) {
      raw.name(name);
      if (name.equals(TARGET) && in.atNumber()) {
        target = Math.max(0, in.number());
        raw.value(target);
      } else {
        in.copy(raw);
      }
    }
    return makeUnknown.of(type, target, raw.endObject().toString());
  }

  interface MakeUnknown<T> {
    /// A value of a type that is not known.
    ///
    /// @param target its member `target`; 0 for none
    T of(String type, long target, String raw);
  }

  interface RawOf<T> {
    @Nullable String of(T value);
  }
}

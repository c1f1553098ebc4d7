package hearth.protocol;

import com.google.gson.FormattingStyle;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Writes one JSON text as a stream, without blanks. Confined to the thread that made it. A member
/// whose value is null is left out.
final class JsonOut {
  private final StringWriter text = new StringWriter(192);
  private final JsonWriter out = new JsonWriter(text);

  JsonOut() {
    out.setStrictness(Strictness.STRICT);
    out.setFormattingStyle(FormattingStyle.COMPACT);
    out.setHtmlSafe(false);
  }

  JsonOut beginObject() {
    return run(out::beginObject);
  }

  JsonOut endObject() {
    return run(out::endObject);
  }

  /// Begins an object whose first member says what it is.
  JsonOut beginTyped(String type) {
    return beginObject().member("type", type);
  }

  JsonOut name(String name) {
    return run(() -> out.name(name));
  }

  JsonOut member(String name, @Nullable String value) {
    return value == null ? this : run(() -> out.name(name).value(value));
  }

  JsonOut member(String name, long value) {
    return run(() -> out.name(name).value(value));
  }

  JsonOut member(String name, boolean value) {
    return run(() -> out.name(name).value(value));
  }

  JsonOut member(String name, ChatId value) {
    return member(name, value.value());
  }

  JsonOut member(String name, UserId value) {
    return member(name, value.value());
  }

  JsonOut member(String name, SendId value) {
    return member(name, value.toString());
  }

  JsonOut member(String name, @Nullable Instant value) {
    return value == null ? this : member(name, value.toEpochMilli());
  }

  <T> JsonOut list(String name, Collection<T> values, BiConsumer<JsonOut, T> element) {
    run(() -> out.name(name).beginArray());
    values.forEach(value -> element.accept(this, value));
    return run(out::endArray);
  }

  JsonOut users(String name, Collection<UserId> users) {
    return list(name, users, (o, user) -> o.run(() -> out.value(user.value())));
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private JsonOut run(Step step) {
    try {
      step.run();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible); // a StringWriter has no I/O
    }
    return this;
  }

  private interface Step {
    void run() throws IOException;
  }
}

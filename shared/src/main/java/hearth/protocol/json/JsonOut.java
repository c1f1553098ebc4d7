package hearth.protocol.json;

import com.google.gson.FormattingStyle;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/// Writes one JSON text as a stream, without blanks. Confined to the thread that made it.
public final class JsonOut {
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

  JsonOut beginArray() {
    return run(out::beginArray);
  }

  JsonOut endArray() {
    return run(out::endArray);
  }

  JsonOut name(String name) {
    return run(() -> out.name(name));
  }

  JsonOut value(String value) {
    return run(() -> out.value(value));
  }

  JsonOut value(long value) {
    return run(() -> out.value(value));
  }

  JsonOut value(boolean value) {
    return run(() -> out.value(value));
  }

  JsonOut nothing() {
    return run(out::nullValue);
  }

  /// Writes a value that is JSON already.
  JsonOut raw(String json) {
    return run(() -> out.jsonValue(json));
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

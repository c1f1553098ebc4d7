package hearth.protocol.json;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import hearth.protocol.Limits;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one JSON text as a stream, more strictly than Gson: no member twice in an object, no
/// number where a string is meant, bounded depth and width. Confined to the thread that made it.
///
/// Breaches throw Gson's own exceptions: `IOException` where the text is not JSON,
/// `IllegalStateException` and `NumberFormatException` where it is other JSON than expected.
public final class JsonIn {
  private final JsonReader in;
  private final Deque<Set<String>> open = new ArrayDeque<>();

  JsonIn(String text) {
    in = new JsonReader(new StringReader(text));
    in.setStrictness(Strictness.STRICT);
    in.setNestingLimit(Limits.JSON_DEPTH);
  }

  void beginObject() throws IOException {
    in.beginObject();
    open.push(HashSet.newHashSet(8));
  }

  /// The next member's name, or null after the last one, when the object is closed too.
  @Nullable String nextMember() throws IOException {
    Set<String> seen = open.element();
    if (!in.hasNext()) {
      in.endObject();
      open.pop();
      return null;
    }
    String name = in.nextName();
    if (!seen.add(name)) {
      throw new IllegalStateException("member " + name + " stands twice");
    }
    if (seen.size() > Limits.JSON_MEMBERS) {
      throw new IllegalStateException("an object has too many members");
    }
    return name;
  }

  /// The value of the member `type`, which must be an object's first.
  String beginTyped() throws IOException {
    beginObject();
    if (!"type".equals(nextMember())) {
      throw new IllegalStateException("the first member must be type");
    }
    return string();
  }

  void skip() throws IOException {
    if (in.peek() != JsonToken.BEGIN_OBJECT && in.peek() != JsonToken.BEGIN_ARRAY) {
      in.skipValue();
      return;
    }
    // Gson's own skipValue does not look at names, so a duplicate member could hide in it.
    if (in.peek() == JsonToken.BEGIN_ARRAY) {
      in.beginArray();
      while (in.hasNext()) {
        skip();
      }
      in.endArray();
      return;
    }
    beginObject();
    while (nextMember() != null) {
      skip();
    }
  }

  /// Copies the next value.
  void copy(JsonOut out) throws IOException {
    switch (in.peek()) {
      case BEGIN_OBJECT -> {
        beginObject();
        out.beginObject();
        for (String name = nextMember(); name != null; name = nextMember()) {
          copy(out.name(name));
        }
        out.endObject();
      }
      case BEGIN_ARRAY -> {
        in.beginArray();
        out.beginArray();
        while (in.hasNext()) {
          copy(out);
        }
        in.endArray();
        out.endArray();
      }
      case STRING -> out.value(in.nextString());
      case NUMBER -> out.raw(in.nextString());
      case BOOLEAN -> out.value(in.nextBoolean());
      case NULL -> {
        in.nextNull();
        out.nothing();
      }
      case END_OBJECT, END_ARRAY, NAME, END_DOCUMENT ->
          throw new IllegalStateException("expected a value at " + in.getPath());
    }
  }

  boolean atNumber() throws IOException {
    return in.peek() == JsonToken.NUMBER;
  }

  String string() throws IOException {
    expect(JsonToken.STRING);
    return in.nextString();
  }

  /// A number without fraction or exponent, in the range of a `long`.
  long wholeNumber() throws IOException {
    expect(JsonToken.NUMBER);
    return Long.parseLong(in.nextString());
  }

  long number() throws IOException {
    expect(JsonToken.NUMBER);
    return in.nextLong();
  }

  int smallNumber() throws IOException {
    expect(JsonToken.NUMBER);
    return in.nextInt();
  }

  boolean flag() throws IOException {
    return in.nextBoolean();
  }

  <T> List<T> list(Element<T> element) throws IOException {
    List<T> values = new ArrayList<>();
    in.beginArray();
    while (in.hasNext()) {
      if (values.size() == Limits.JSON_ELEMENTS) {
        throw new IllegalStateException("a list has too many elements");
      }
      values.add(element.read(this));
    }
    in.endArray();
    return values;
  }

  /// Makes sure that nothing follows the value read.
  void end() throws IOException {
    expect(JsonToken.END_DOCUMENT);
  }

  private void expect(JsonToken token) throws IOException {
    if (in.peek() != token) {
      throw new IllegalStateException("expected " + token + " at " + in.getPath());
    }
  }

  /// Reads one element of a list.
  interface Element<T> {
    T read(JsonIn in) throws IOException;
  }
}

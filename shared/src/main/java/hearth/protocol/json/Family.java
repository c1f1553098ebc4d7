package hearth.protocol.json;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The registry of a sealed family: each record's word on the wire and its declaration, one line
/// each. Filled where it is made, then only read.
final class Family<T> {
  private final Map<String, Member<? extends T>> byWord = new HashMap<>();
  private final Map<Class<?>, Member<? extends T>> byClass = new HashMap<>();

  <R extends T> Family<T> with(String word, Class<R> type, RecordType<R> declaration) {
    var member = new Member<>(word, type, declaration);
    byWord.put(word, member);
    byClass.put(type, member);
    return this;
  }

  boolean knows(String word) {
    return byWord.containsKey(word);
  }

  /// All words, sorted.
  List<String> words() {
    return byWord.keySet().stream().sorted().toList();
  }

  String wordOf(T value) {
    return memberOf(value).word;
  }

  /// Writes the value's members into an object that is open.
  void writeMembers(JsonOut out, T value) {
    memberOf(value).writeMembers(out, value);
  }

  /// Reads an object whose type is known from elsewhere.
  ///
  /// @return null where no record has that word; nothing is read then
  @Nullable T read(String word, JsonIn in) throws IOException {
    Member<? extends T> member = byWord.get(word);
    return member == null ? null : member.declaration.read(in);
  }

  /// The rest of an object whose first member has told its type.
  ///
  /// @return null where no record has that word; nothing is read then
  @Nullable T readMembers(String word, JsonIn in) throws IOException {
    Member<? extends T> member = byWord.get(word);
    return member == null ? null : member.declaration.readMembers(in);
  }

  private Member<? extends T> memberOf(T value) {
    Member<? extends T> member = byClass.get(value.getClass());
    if (member == null) {
      throw new IllegalStateException(value.getClass() + " has no declaration");
    }
    return member;
  }

  private record Member<R>(String word, Class<R> type, RecordType<R> declaration) {
    void writeMembers(JsonOut out, Object value) {
      declaration.writeMembers(out, type.cast(value));
    }
  }
}

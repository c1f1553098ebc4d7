package hearth.protocol.json;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A record's one declaration: its members and how they make it. Built by [#of], with one overload
/// per number of members.
final class RecordType<R> implements JsonType<R> {
  private final List<Field<R, ?>> fields;
  private final Make<R> make;

  private RecordType(List<Field<R, ?>> fields, Make<R> make) {
    this.fields = fields;
    this.make = make;
  }

  @Override
  public void write(JsonOut out, R value) {
    out.beginObject();
    writeMembers(out, value);
    out.endObject();
  }

  /// Writes the members into an object that is open.
  void writeMembers(JsonOut out, R value) {
    for (Field<R, ?> field : fields) {
      field.write(out, value);
    }
  }

  @Override
  public R read(JsonIn in) throws IOException {
    in.beginObject();
    return readMembers(in);
  }

  /// Reads the rest of an object that is open, and closes it.
  R readMembers(JsonIn in) throws IOException {
    @Nullable Object[] values = new @Nullable Object[fields.size()];
    for (String name = in.nextMember(); name != null; name = in.nextMember()) {
      int index = indexOf(name);
      if (index < 0) {
        in.skip();
      } else {
        values[index] = fields.get(index).read(in);
      }
    }
    return make.of(values);
  }

  private int indexOf(String name) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  static <R> RecordType<R> of(Make0<R> make) {
    return new RecordType<>(List.of(), _ -> make.of());
  }

  static <R, A> RecordType<R> of(Field<R, A> a, Make1<R, A> make) {
    return new RecordType<>(List.of(a), v -> make.of(a.valueOf(v[0])));
  }

  static <R, A, B> RecordType<R> of(Field<R, A> a, Field<R, B> b, Make2<R, A, B> make) {
    return new RecordType<>(List.of(a, b), v -> make.of(a.valueOf(v[0]), b.valueOf(v[1])));
  }

  static <R, A, B, C> RecordType<R> of(
      Field<R, A> a, Field<R, B> b, Field<R, C> c, Make3<R, A, B, C> make) {
    return new RecordType<>(
        List.of(a, b, c), v -> make.of(a.valueOf(v[0]), b.valueOf(v[1]), c.valueOf(v[2])));
  }

  static <R, A, B, C, D> RecordType<R> of(
      Field<R, A> a, Field<R, B> b, Field<R, C> c, Field<R, D> d, Make4<R, A, B, C, D> make) {
    return new RecordType<>(
        List.of(a, b, c, d),
        v -> make.of(a.valueOf(v[0]), b.valueOf(v[1]), c.valueOf(v[2]), d.valueOf(v[3])));
  }

  static <R, A, B, C, D, E> RecordType<R> of(
      Field<R, A> a,
      Field<R, B> b,
      Field<R, C> c,
      Field<R, D> d,
      Field<R, E> e,
      Make5<R, A, B, C, D, E> make) {
    return new RecordType<>(
        List.of(a, b, c, d, e),
        v ->
            make.of(
                a.valueOf(v[0]),
                b.valueOf(v[1]),
                c.valueOf(v[2]),
                d.valueOf(v[3]),
                e.valueOf(v[4])));
  }

  static <R, A, B, C, D, E, F> RecordType<R> of(
      Field<R, A> a,
      Field<R, B> b,
      Field<R, C> c,
      Field<R, D> d,
      Field<R, E> e,
      Field<R, F> f,
      Make6<R, A, B, C, D, E, F> make) {
    return new RecordType<>(
        List.of(a, b, c, d, e, f),
        v ->
            make.of(
                a.valueOf(v[0]),
                b.valueOf(v[1]),
                c.valueOf(v[2]),
                d.valueOf(v[3]),
                e.valueOf(v[4]),
                f.valueOf(v[5])));
  }

  static <R, A, B, C, D, E, F, G> RecordType<R> of(
      Field<R, A> a,
      Field<R, B> b,
      Field<R, C> c,
      Field<R, D> d,
      Field<R, E> e,
      Field<R, F> f,
      Field<R, G> g,
      Make7<R, A, B, C, D, E, F, G> make) {
    return new RecordType<>(
        List.of(a, b, c, d, e, f, g),
        v ->
            make.of(
                a.valueOf(v[0]),
                b.valueOf(v[1]),
                c.valueOf(v[2]),
                d.valueOf(v[3]),
                e.valueOf(v[4]),
                f.valueOf(v[5]),
                g.valueOf(v[6])));
  }

  static <R, A, B, C, D, E, F, G, H, I> RecordType<R> of(
      Field<R, A> a,
      Field<R, B> b,
      Field<R, C> c,
      Field<R, D> d,
      Field<R, E> e,
      Field<R, F> f,
      Field<R, G> g,
      Field<R, H> h,
      Field<R, I> i,
      Make9<R, A, B, C, D, E, F, G, H, I> make) {
    return new RecordType<>(
        List.of(a, b, c, d, e, f, g, h, i),
        v ->
            make.of(
                a.valueOf(v[0]),
                b.valueOf(v[1]),
                c.valueOf(v[2]),
                d.valueOf(v[3]),
                e.valueOf(v[4]),
                f.valueOf(v[5]),
                g.valueOf(v[6]),
                h.valueOf(v[7]),
                i.valueOf(v[8])));
  }

  private interface Make<R> {
    R of(@Nullable Object[] values);
  }

  interface Make0<R> {
    R of();
  }

  interface Make1<R, A> {
    R of(A a);
  }

  interface Make2<R, A, B> {
    R of(A a, B b);
  }

  interface Make3<R, A, B, C> {
    R of(A a, B b, C c);
  }

  interface Make4<R, A, B, C, D> {
    R of(A a, B b, C c, D d);
  }

  interface Make5<R, A, B, C, D, E> {
    R of(A a, B b, C c, D d, E e);
  }

  interface Make6<R, A, B, C, D, E, F> {
    R of(A a, B b, C c, D d, E e, F f);
  }

  interface Make7<R, A, B, C, D, E, F, G> {
    R of(A a, B b, C c, D d, E e, F f, G g);
  }

  interface Make9<R, A, B, C, D, E, F, G, H, I> {
    R of(A a, B b, C c, D d, E e, F f, G g, H h, I i);
  }
}

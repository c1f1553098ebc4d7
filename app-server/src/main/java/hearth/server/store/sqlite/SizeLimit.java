package hearth.server.store.sqlite;

import java.util.ArrayList;
import java.util.List;

/// Takes values until they are too large together; the first is taken whatever its size. Confined
/// to the thread that made it.
final class SizeLimit<T> {
  private final List<T> taken = new ArrayList<>();
  private int room;

  /// Nothing is taken yet.
  ///
  /// @param characters how large the values may be together, in UTF-16 units
  SizeLimit(int characters) {
    room = characters;
  }

  /// Takes a value if there is room.
  ///
  /// @return whether it was taken
  boolean add(T value, int characters) {
    room -= characters;
    return (room >= 0 || taken.isEmpty()) && taken.add(value);
  }

  boolean isFull() {
    return room < 0;
  }

  List<T> taken() {
    return taken;
  }
}

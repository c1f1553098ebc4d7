package hearth.bench;

/// Checks the values of a plan. Holds no state.
final class Preconditions {
  private Preconditions() {}

  static void check(boolean met, String otherwise) {
    if (!met) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}

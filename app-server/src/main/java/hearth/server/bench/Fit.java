package hearth.server.bench;

/// Says what is wrong with a plan. Holds no state.
final class Fit {
  private Fit() {}

  static void check(boolean fit, String otherwise) {
    if (!fit) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}

package hearth.bench.conformance;

import java.io.IOException;

/// One promise of the protocol, and how it is checked.
///
/// @param title what is tried, in a few words
/// @param sentence of `PROTOCOL.md`, word for word
record Case(String title, String sentence, Check check) {
  /// Tries a server.
  @FunctionalInterface
  interface Check {
    /// Returns if the server keeps the promise.
    ///
    /// @throws Broken if it does not
    /// @throws IOException if a connection cannot be made
    void run(Stage stage) throws IOException;
  }

  /// The server does not keep the promise. The message says what it did instead.
  static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1;

    Broken(String what) {
      super(what);
    }
  }

  /// @throws Broken unless it is so
  static void need(boolean so, String otherwise) {
    if (!so) {
      throw new Broken(otherwise);
    }
  }

  /// @throws Broken unless both are the same
  static void needEqual(Object expected, Object found) {
    need(expected.equals(found), "expected " + expected + ", got " + found);
  }
}

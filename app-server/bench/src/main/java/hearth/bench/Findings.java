package hearth.bench;

/// What was wrong with the streams; nothing, if the server keeps its promises.
///
/// @param lost messages that a receiver never got
/// @param duplicated messages that a receiver got more than once
/// @param gaps how often a receiver got another message than the next one
/// @param outOfOrder messages that a receiver got after later ones
record Findings(long lost, long duplicated, long gaps, long outOfOrder) {
  static final Findings NONE = new Findings(0, 0, 0, 0);

  Findings plus(Findings other) {
    return new Findings(
        lost + other.lost,
        duplicated + other.duplicated,
        gaps + other.gaps,
        outOfOrder + other.outOfOrder);
  }

  boolean sound() {
    return equals(NONE);
  }
}

package hearth.bench;

/// The run cannot continue. The message is one English sentence for the person who started it.
final class BenchException extends RuntimeException {
  private static final long serialVersionUID = 1;

  BenchException(String sentence) {
    super(sentence);
  }

  BenchException(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}

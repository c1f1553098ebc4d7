package hearth.server.metrics;

/// To whom the parts of a server report: what they count, and that a thread has ended by itself,
/// without which the server is of no use.
public record Supervision(Metrics metrics, Thread.UncaughtExceptionHandler failures) {

  /// For parts that are used without a server: nobody looks at what they count.
  public static Supervision uncounted(Thread.UncaughtExceptionHandler failures) {
    return new Supervision(new Metrics(System::nanoTime, _ -> {}), failures);
  }
}

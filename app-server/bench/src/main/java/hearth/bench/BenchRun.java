package hearth.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/// Runs a bench for a person: prints the progress, the results or why it failed, and whether every
/// message reached every receiver. Confined to one thread.
final class BenchRun {
  private static final int OK = 0;
  private static final int FAILED = 1;

  private final boolean tls;
  private final Bench bench;
  private final PrintWriter out;
  private final PrintWriter err;

  /// @param out for the results; its last line is for scripts
  /// @param err for progress and failures
  BenchRun(CrowdPlan crowd, LoadPlan load, PrintWriter out, PrintWriter err) {
    tls = crowd.tls();
    bench = new Bench(crowd, load, new ProgressLog(err));
    this.out = out;
    this.err = err;
  }

  /// Measures a server in a child process that ends with the run.
  ///
  /// @param program the class whose `main` is the server's
  /// @param jvm further options for the child's Java
  /// @param arguments further arguments for the server
  /// @return the exit code
  int ofChild(Class<?> program, List<String> jvm, List<String> arguments) {
    try (ChildServer child = ChildServer.start(program, jvm, allArguments(arguments))) {
      return attempt(child.address(), child.meter());
    } catch (BenchException failed) {
      return fail(failed.sentence());
    } catch (IOException failed) {
      return fail("The server cannot be started: " + failed.getMessage() + ".");
    }
  }

  private List<String> allArguments(List<String> arguments) {
    List<String> all = new ArrayList<>(arguments);
    if (!tls) {
      all.add("--plain");
    }
    return all;
  }

  /// Measures a server that is already running. What its process uses is not known.
  ///
  /// @param address on this machine's loopback
  /// @return the exit code
  int of(InetSocketAddress address) {
    if (address.isUnresolved() || !address.getAddress().isLoopbackAddress()) {
      return fail("The server must be on this machine's loopback.");
    }
    return attempt(address, new ProcessMeter(null));
  }

  private int attempt(InetSocketAddress server, ProcessMeter meter) {
    try {
      BenchResult result = bench.run(server, meter);
      out.print(Report.table(result));
      out.println(Report.line(result));
      out.flush();
      return result.sound() ? OK : FAILED;
    } catch (BenchException failed) {
      return fail(failed.sentence());
    }
  }

  private int fail(String sentence) {
    err.println(sentence);
    err.flush();
    return FAILED;
  }
}

package hearth.server.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/// A bench with a person in front of it: says how far it is, what it found or why it failed, and
/// whether every message reached everybody. Confined to one thread.
public final class BenchRun {
  private static final int OK = 0;
  private static final int FAILED = 1;

  private final boolean tls;
  private final Bench bench;
  private final PrintWriter out;
  private final PrintWriter err;

  /// @param out for what was found; its last line is for scripts
  /// @param err for progress and failures
  public BenchRun(CrowdPlan crowd, LoadPlan load, PrintWriter out, PrintWriter err) {
    tls = crowd.tls();
    bench = new Bench(crowd, load, new Progress(err));
    this.out = out;
    this.err = err;
  }

  /// Measures a server of its own, in a child process that ends with the run.
  ///
  /// @param program the class whose `main` is the server's
  /// @param jvm further options for the child's Java
  /// @param arguments further arguments for the server
  /// @return the exit code
  public int ofChild(Class<?> program, List<String> jvm, List<String> arguments) {
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

  /// Measures a server that runs already. What its process uses is not known.
  ///
  /// @param address on this machine's loopback
  /// @return the exit code
  public int of(InetSocketAddress address) {
    if (address.isUnresolved() || !address.getAddress().isLoopbackAddress()) {
      return fail("The server must be on this machine's loopback.");
    }
    return attempt(address, new Meter(null));
  }

  private int attempt(InetSocketAddress server, Meter meter) {
    try {
      Result result = bench.run(server, meter);
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

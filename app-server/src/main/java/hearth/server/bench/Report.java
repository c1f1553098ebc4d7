package hearth.server.bench;

import java.time.Duration;
import java.util.Formatter;
import java.util.Locale;

/// Puts a result into words: a table for people, a line for scripts. Confined to one thread.
final class Report {
  /// Stands in the line for a number that could not be measured.
  private static final double UNKNOWN = -1;

  private final Result result;
  private final Sample window;
  private final Histogram fanOut;
  private final Histogram acknowledging;
  private final Formatter out = new Formatter(Locale.ROOT);

  private Report(Result result) {
    this.result = result;
    window = result.window();
    fanOut = result.flights().fanOut();
    acknowledging = result.flights().acknowledging();
  }

  static String table(Result result) {
    return new Report(result).table();
  }

  static String line(Result result) {
    return new Report(result).line();
  }

  private String table() {
    crowd(result.crowd());
    load(result.load());
    out.format("deliveries       %,.0f a second%n", window.perSecond(window.deliveries()));
    out.format(
        "acknowledged     %,.0f posts a second; refused in all: %,d%n",
        window.perSecond(window.acknowledged()), result.flights().refused());
    window.serverCpu().ifPresent(cpu -> cpu("server", cpu));
    cpu("generator", window.ownCpu());
    out.format(
        "fan-out          p50 %.2f  p99 %.2f  p99.9 %.2f  max %.2f ms, to the last receiver%n",
        millis(fanOut, 0.5), millis(fanOut, 0.99), millis(fanOut, 0.999), millis(fanOut, 1));
    out.format(
        "acknowledgement  p50 %.2f  p99 %.2f ms%n",
        millis(acknowledging, 0.5), millis(acknowledging, 0.99));
    result.memory().ifPresent(this::memory);
    checks(result.findings());
    return out.toString();
  }

  private void crowd(CrowdPlan crowd) {
    out.format(
        "crowd            %,d connections of %,d people in chats of %,d; %,d of them post%n",
        crowd.connections(), crowd.members(), crowd.largestChat(), crowd.senders());
  }

  private void load(LoadPlan load) {
    if (load.rate() > 0) {
      out.format("load             %,.1f posts a second", load.rate());
    } else {
      out.format("load             %,d posts in flight", load.inFlight());
    }
    out.format(" of %,d bytes, for %.1f s%n", load.payload(), window.time() / 1e9);
  }

  private void cpu(String whose, Duration cpu) {
    out.format(
        "%-9s CPU    %.2f µs a delivery, %.0f %% of a core%n",
        whose, window.microsEach(cpu), 100 * window.cores(cpu));
  }

  private void memory(Memory each) {
    out.format(
        "memory           %.1f KB a connection: %.1f of the process (PSS), %.1f of the kernel"
            + " (half of what all sockets have)%n",
        kilobytes(each.total()), kilobytes(each.process()), kilobytes(each.kernel()));
  }

  private void checks(Findings found) {
    out.format(
        "checks           %,d lost, %,d duplicated, %,d gaps, %,d out of order%n",
        found.lost(), found.duplicated(), found.gaps(), found.outOfOrder());
  }

  private String line() {
    pair("deliveries_per_s", window.perSecond(window.deliveries()));
    pair("cpu_us_per_delivery", window.serverCpu().map(window::microsEach).orElse(UNKNOWN));
    pair("generator_cpu_us_per_delivery", window.microsEach(window.ownCpu()));
    pair("fanout_p50_ms", millis(fanOut, 0.5));
    pair("fanout_p99_ms", millis(fanOut, 0.99));
    pair("fanout_p999_ms", millis(fanOut, 0.999));
    pair("fanout_max_ms", millis(fanOut, 1));
    pair("ack_p50_ms", millis(acknowledging, 0.5));
    pair("ack_p99_ms", millis(acknowledging, 0.99));
    pair("acked_per_s", window.perSecond(window.acknowledged()));
    pair("kb_per_connection", result.memory().map(m -> kilobytes(m.total())).orElse(UNKNOWN));
    pair("refused", result.flights().refused());
    pair("lost", result.findings().lost());
    pair("duplicated", result.findings().duplicated());
    pair("gaps", result.findings().gaps());
    pair("out_of_order", result.findings().outOfOrder());
    return out.toString().strip();
  }

  private void pair(String key, double value) {
    out.format(" %s=%.3f", key, value);
  }

  private void pair(String key, long value) {
    out.format(" %s=%d", key, value);
  }

  private static double millis(Histogram histogram, double share) {
    return histogram.quantile(share) / 1e6;
  }

  private static double kilobytes(long bytes) {
    return bytes / 1024.0;
  }
}

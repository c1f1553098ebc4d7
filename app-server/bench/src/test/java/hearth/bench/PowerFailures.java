package hearth.bench;

import hearth.bench.powerloss.Call;
import hearth.bench.powerloss.Disk;
import hearth.bench.powerloss.TraceReader;
import hearth.protocol.Action;
import hearth.protocol.Content;
import hearth.protocol.Entry;
import hearth.protocol.FaultException;
import hearth.protocol.Request.Append;
import hearth.protocol.Response;
import hearth.protocol.UserId;
import hearth.server.metrics.Supervision;
import hearth.server.policy.Quotas;
import hearth.server.store.Store;
import hearth.server.store.StoreUnusableException;
import hearth.server.store.sqlite.SqliteStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Goes through the trace of a server to moments at which the power fails, and opens with the real
/// store what the disk has then: of what was not synced nothing, all, or any part. Confined to the
/// test's thread.
final class PowerFailures {
  private static final Pattern TOLD =
      Pattern.compile(
          "(?:\"type\":\"appended\",|\"entryAppended\",\"params\":\\{\"entry\":\\{)"
              + "\"chat\":1,\"seq\":(\\d+)");
  private static final Pattern JOINED = Pattern.compile("\"type\":\"joined\",\"me\":(\\d+)");

  /// How many calls it takes to make the database, at most.
  private static final int MAKING = 80;

  private static final double[] KEPT = {0, 0, 0.5, 1, 0.1, 0.9};

  private final List<Call> calls;
  private final Map<Long, Append> answered;
  private final Path scratch;
  private final Random random;
  private final List<String> findings = new ArrayList<>();

  /// @param data where the server had its data
  /// @param answered what its clients were answered, by seq
  PowerFailures(Path trace, Path data, Map<Long, Append> answered, Random random)
      throws IOException {
    this(TraceReader.read(trace, data), answered, data.resolveSibling("failed"), random);
  }

  private PowerFailures(List<Call> calls, Map<Long, Append> answered, Path scratch, Random random) {
    this.calls = calls;
    this.answered = answered;
    this.scratch = scratch;
    this.random = random;
  }

  /// The same server on a disk that ignores its syncs.
  PowerFailures withoutSyncs() {
    List<Call> others = calls.stream().filter(call -> !(call instanceof Call.SyncEnded)).toList();
    return new PowerFailures(others, answered, scratch, random);
  }

  int calls() {
    return calls.size();
  }

  /// The highest seq that the server told anybody.
  long told() {
    return calls.stream().mapToLong(call -> highest(TOLD, call)).max().orElse(0);
  }

  /// What was lost, or could not be opened, at every moment until the database was made, and at so
  /// many others.
  List<String> at(int moments) throws IOException {
    TreeSet<Integer> chosen = new TreeSet<>();
    for (int i = 1; i <= Math.min(MAKING, calls.size()); i++) {
      chosen.add(i);
    }
    while (chosen.size() < Math.min(MAKING + moments, calls.size())) {
      chosen.add(random.nextInt(calls.size()) + 1);
    }
    Disk disk = new Disk();
    long told = 0;
    long joined = 0;
    for (int i = 0; i < calls.size(); i++) {
      disk.apply(calls.get(i));
      told = Math.max(told, highest(TOLD, calls.get(i)));
      joined = Math.max(joined, highest(JOINED, calls.get(i)));
      if (chosen.contains(i + 1)) {
        double kept = KEPT[random.nextInt(KEPT.length)];
        Moment moment = new Moment(told, joined, "call " + (i + 1) + ", kept " + kept + ": ");
        fail(disk, kept, moment);
      }
    }
    return findings;
  }

  /// When the power fails.
  ///
  /// @param told the highest seq that the server has told anybody
  /// @param joined the highest number of a person that it has told anybody
  private record Moment(long told, long joined, String words) {}

  private static long highest(Pattern pattern, Call call) {
    long highest = 0;
    if (call instanceof Call.Told(String text)) {
      Matcher found = pattern.matcher(text);
      while (found.find()) {
        highest = Math.max(highest, Long.parseLong(found.group(1)));
      }
    }
    return highest;
  }

  private void fail(Disk disk, double kept, Moment moment) throws IOException {
    Files.createDirectories(scratch);
    for (Map.Entry<String, byte[]> file : disk.afterPowerFailure(kept, random).entrySet()) {
      Files.write(scratch.resolve(Path.of(file.getKey()).getFileName()), file.getValue());
    }
    try (Store store =
        SqliteStore.open(
            scratch.resolve("hearth.db"),
            new SqliteStore.Settings(true, 16, Quotas.NONE),
            Runnable::run,
            InstantSource.system(),
            Supervision.uncounted(
                (thread, failed) -> findings.add(moment.words + "a thread ended: " + failed)))) {
      compare(log(store), moment);
    } catch (StoreUnusableException | RuntimeException refused) {
      findings.add(moment.words + "not opened: " + refused);
    }
    try (var files = Files.list(scratch)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  /// The lobby's log, as the first person reads it; empty before there is one.
  private static List<Entry> log(Store store) {
    List<Entry> log = new ArrayList<>();
    Response.Entries page;
    do {
      try {
        page = (Response.Entries) store.catchUp(SoakClient.LOBBY, new UserId(1), log.size(), null);
      } catch (FaultException _) {
        return log;
      }
      log.addAll(page.entries());
    } while (page.more());
    return log;
  }

  private void compare(List<Entry> log, Moment moment) {
    long joined = 0;
    for (int i = 0; i < log.size(); i++) {
      Entry entry = log.get(i);
      if (entry.seq() != i + 1) {
        findings.add(moment.words + "a gap before " + entry);
      }
      Append append = answered.get(entry.seq());
      if (append != null
          && !(append.sendId().equals(entry.sendId())
              && (append.action().equals(entry.action()) || isErased(entry.action())))) {
        findings.add(moment.words + entry + " instead of " + append);
      }
      if (entry.action() instanceof Action.AddMembers) {
        joined = Math.max(joined, entry.author().value());
      }
    }
    if (log.size() < moment.told || joined < moment.joined) {
      findings.add(moment + " the log ends at " + log.size() + ", with " + joined + " people");
    }
  }

  private static boolean isErased(Action action) {
    return action instanceof Action.Post(Content.Erased _, long _, var _)
        || action instanceof Action.Edit(long _, Content.Erased _);
  }
}

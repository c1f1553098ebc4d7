package hearth.bench;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.bench.history.Anomaly;
import hearth.bench.history.History;
import hearth.bench.history.HistoryChecker;
import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.Entry;
import hearth.protocol.Markers;
import hearth.protocol.Page;
import hearth.protocol.Request;
import hearth.protocol.Request.Side;
import hearth.protocol.Response;
import hearth.protocol.Row;
import hearth.protocol.UserId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// People who use a server through one trouble after another; then their history is judged.
/// Confined to the test's thread.
final class FaultRun implements AutoCloseable {
  private static final List<String> PEOPLE = List.of("Ann", "Ben", "Cleo", "Dora", "Eli", "Fay");
  private static final List<String> CHATS = List.of("One", "Two", "Three");
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final int PROGRESS = 60;
  private static final int HOUR_MILLIS = 3_600_000;

  private final Path data;
  private final Duration pause;
  private final Random random;
  private final Recorder recorder = new Recorder();
  private final CountDownLatch over = new CountDownLatch(1);
  private final List<Participant> people = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final List<ChatId> chats = new ArrayList<>();
  private ChildServer server;

  /// Starts a server, and people who use it.
  ///
  /// @param pause how long troubles last that have no end of their own
  /// @param restMillis how long everybody rests between two things, at most
  FaultRun(Path data, Duration pause, int restMillis, long seed) throws IOException {
    this.data = data;
    this.pause = pause;
    random = new Random(seed);
    server = start();
    for (String name : PEOPLE) {
      TcpProxy network = new TcpProxy();
      network.leadTo(server.address().getPort());
      Participant person =
          new Participant(name, network, recorder, over, new Random(random.nextLong()));
      person.join();
      people.add(person);
    }
    List<UserId> others = people.stream().skip(1).map(Participant::me).toList();
    CHATS.forEach(title -> chats.add(people.getFirst().createGroup(title, others)));
    for (Participant person : people) {
      threads.add(Thread.startVirtualThread(() -> person.run(chats, restMillis)));
    }
  }

  private ChildServer start() throws IOException {
    return ChildServer.startOn(
        data, ClockedServer.class, List.of("-XX:TieredStopAtLevel=1"), List.of());
  }

  /// Whether this machine has what it takes.
  static boolean isPossible(Trouble trouble) {
    return switch (trouble) {
      case KILL, PARTITION, CLOCK -> true;
      case PAUSE -> TracedServer.succeeds("kill", "-l");
      case FULL_DISK -> TracedServer.succeeds("prlimit", "--fsize");
      case FAILING_SYNC -> TracedServer.isPossible();
    };
  }

  /// What was asked so far.
  int operations() {
    return recorder.size();
  }

  /// Lets it happen, and waits until the server answers everybody again.
  void meet(Trouble trouble) throws IOException, InterruptedException {
    progress();
    switch (trouble) {
      case KILL -> kill();
      case PAUSE -> {
        signal("STOP");
        hold();
        signal("CONT");
      }
      case PARTITION -> partition();
      case CLOCK -> {
        server.tell(String.valueOf(HOUR_MILLIS));
        progress();
        server.tell(String.valueOf(-2 * HOUR_MILLIS));
      }
      case FULL_DISK -> {
        run("prlimit", "--pid=" + server.pid(), "--fsize=0:");
        awaitDiskRefusals();
        run("prlimit", "--pid=" + server.pid(), "--fsize=unlimited:");
      }
      case FAILING_SYNC -> failSyncs();
    }
    progress();
  }

  private void kill() throws IOException {
    server.kill();
    recorder.killed();
    server = start();
    for (Participant person : people) {
      person.network().leadTo(server.address().getPort());
      person.network().breakAndHeal();
    }
  }

  private void partition() throws InterruptedException {
    List<TcpProxy> cut = new ArrayList<>();
    people.forEach(person -> cut.add(person.network()));
    Collections.shuffle(cut, random);
    List<TcpProxy> some = cut.subList(0, 1 + random.nextInt(cut.size()));
    some.forEach(TcpProxy::stall);
    hold();
    some.forEach(TcpProxy::breakAndHeal);
  }

  private void failSyncs() throws IOException, InterruptedException {
    Process injector =
        new ProcessBuilder(
                "strace",
                "-f",
                "-q",
                "-p",
                String.valueOf(server.pid()),
                "-o",
                "/dev/null",
                "-e",
                "inject=fsync,fdatasync:error=EIO")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      awaitDiskRefusals();
    } finally {
      injector.destroy();
      injector.waitFor();
    }
  }

  private void awaitDiskRefusals() throws InterruptedException {
    assertThat(recorder.awaitDiskRefusals(10, PATIENCE)).as("the disk refuses").isTrue();
  }

  private void progress() throws InterruptedException {
    assertThat(recorder.awaitAnswers(PROGRESS, PATIENCE)).as("the server answers").isTrue();
  }

  private void hold() throws InterruptedException {
    var _ = over.await(pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void signal(String name) throws IOException, InterruptedException {
    run("kill", "-" + name, String.valueOf(server.pid()));
  }

  private static void run(String... command) throws IOException, InterruptedException {
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }

  /// Stops everybody, starts the server once more, and judges what it then has.
  List<Anomaly> judge() throws IOException, InterruptedException {
    over.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    server.kill();
    server = start();
    SoakClient reader = SoakClient.connect(server.address().getPort(), _ -> {});
    Participant ann = people.getFirst();
    var resumed = (Response.Resumed) reader.call(new Request.Resume(ann.token()));
    recorder.sawEpoch(resumed.welcome().epoch());
    assertThat(recorder.epochs()).as("nothing is lost, so the logs go on").hasSize(1);
    List<Anomaly> found = new ArrayList<>();
    for (ChatId chat : chats) {
      Markers markers =
          resumed.overview().chats().stream()
              .filter(overview -> overview.chat().id().equals(chat))
              .map(ChatOverview::markers)
              .findFirst()
              .orElseThrow();
      var truth = new History.Truth(log(reader, chat), rows(reader, chat), markers);
      assertThat(truth.log()).hasSizeGreaterThan(PROGRESS);
      found.addAll(HistoryChecker.check(recorder.history(chat, truth)));
    }
    reader.close();
    return found;
  }

  private static List<Entry> log(SoakClient reader, ChatId chat) {
    List<Entry> log = new ArrayList<>();
    Response.Entries page;
    do {
      page = (Response.Entries) reader.call(new Request.CatchUp(chat, log.size(), null));
      log.addAll(page.entries());
    } while (page.more());
    return log;
  }

  private static List<Row> rows(SoakClient reader, ChatId chat) {
    List<Row> rows = new ArrayList<>();
    Page page;
    do {
      long after = rows.isEmpty() ? 0 : rows.getLast().seq();
      page =
          ((Response.History) reader.call(new Request.FetchHistory(chat, Side.AFTER, after, 200)))
              .page();
      rows.addAll(page.rows());
    } while (!page.rows().isEmpty());
    return rows;
  }

  @Override
  public void close() {
    over.countDown();
    server.kill();
    server.close();
    for (Participant person : people) {
      person.network().close();
    }
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}

package hearth.bench;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.bench.Author.Answer;
import hearth.protocol.Event.Logged;
import hearth.protocol.Event.MessagePosted;
import hearth.protocol.Message;
import hearth.protocol.Reply;
import hearth.protocol.Request.CatchUp;
import hearth.protocol.SendId;
import hearth.server.ServerMain;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Semaphore;

/// A server process that is killed while people post, again and again on the same data. After each
/// start the log is checked: nothing that was answered or published is missing, nothing is there
/// twice, no seq is skipped, and everybody received the same in the same order. Confined to the
/// test's thread.
final class KillLoop {
  private final Path data;
  private final int maxAnswers;
  private final Random random;
  private final List<Author> authors =
      List.of(new Author("Ann"), new Author("Ben"), new Author("Cleo"));
  private final Map<SendId, Long> log = new HashMap<>();
  private long head;
  private long answered;

  /// @param maxAnswers each kill comes after at most so many answers
  KillLoop(Path data, int maxAnswers, long seed) {
    this.data = data;
    this.maxAnswers = maxAnswers;
    this.random = new Random(seed);
  }

  /// Messages in the log.
  long messages() {
    return log.size();
  }

  /// Messages that the server has answered.
  long answered() {
    return answered;
  }

  /// Starts a server, lets people post to it, and kills it in the middle.
  void kill() throws IOException, InterruptedException {
    try (ChildServer server = start()) {
      Semaphore answers = new Semaphore(0);
      List<Thread> posting = new ArrayList<>();
      for (Author author : authors) {
        posting.add(Thread.startVirtualThread(() -> author.post(answers)));
      }
      answers.acquire(random.nextInt(maxAnswers + 1));
      server.kill();
      for (Thread thread : posting) {
        thread.join();
      }
    }
  }

  /// Sends again what was never answered, and checks everything a last time.
  void finish() throws IOException, InterruptedException {
    try (ChildServer server = start()) {
      authors.forEach(Author::resendAll);
      check();
      assertThat(answered).isEqualTo(log.size());
      assertThat(server.terminate()).as("exit code after SIGTERM").isZero();
    }
  }

  private ChildServer start() throws IOException {
    ChildServer server =
        ChildServer.startOn(
            data, ServerMain.class, List.of("-XX:TieredStopAtLevel=1"), List.of("--plain"));
    int port = server.address().getPort();
    authors.forEach(author -> author.connect(port));
    check();
    return server;
  }

  private void check() {
    Map<Long, Message> fresh = readNewEntries(authors.getFirst().client());
    for (Author author : authors) {
      for (Answer answer : author.newAnswers()) {
        assertThat(log.get(answer.id())).as("seq of what was answered").isEqualTo(answer.seq());
        answered++;
      }
      long before = 0;
      for (Message message : author.newMessages()) {
        assertThat(message).as("what was published").isEqualTo(fresh.get(message.seq()));
        assertThat(message.seq()).isEqualTo(before == 0 ? message.seq() : before + 1);
        before = message.seq();
      }
    }
  }

  /// The entries since the last call: without a gap, and none that was there before.
  private Map<Long, Message> readNewEntries(SoakClient reader) {
    Map<Long, Message> fresh = new HashMap<>();
    boolean more = true;
    while (more) {
      Reply.Page page = (Reply.Page) reader.call(new CatchUp(SoakClient.LOBBY, head));
      for (Logged entry : page.entries()) {
        assertThat(entry.seq()).isEqualTo(head + 1);
        head = entry.seq();
        if (entry instanceof MessagePosted(Message message)) {
          assertThat(log.put(message.sendId(), head)).as("the seq it had before").isNull();
          fresh.put(head, message);
        }
      }
      more = page.more();
    }
    return fresh;
  }
}

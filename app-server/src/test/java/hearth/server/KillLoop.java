package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Event.Logged;
import hearth.protocol.Event.MessagePosted;
import hearth.protocol.Message;
import hearth.protocol.Reply;
import hearth.protocol.Request.CatchUp;
import hearth.protocol.SendId;
import hearth.server.Author.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Semaphore;

/// A server process that is killed while people talk, again and again on the same data. After each
/// start the log is looked at: nothing that was answered or told is missing, nothing stands twice,
/// no seq is left out, and everybody was told the same in the same order. Confined to the test's
/// thread.
final class KillLoop {
  private final Path data;
  private final int mostAnswers;
  private final Random random;
  private final List<Author> authors =
      List.of(new Author("Ann"), new Author("Ben"), new Author("Cleo"));
  private final Map<SendId, Long> log = new HashMap<>();
  private long head;
  private long answered;

  /// A loop.
  ///
  /// @param mostAnswers each time, the kill comes after so many answers at most
  KillLoop(Path data, int mostAnswers, long seed) {
    this.data = data;
    this.mostAnswers = mostAnswers;
    this.random = new Random(seed);
  }

  /// Messages that are in the log.
  long messages() {
    return log.size();
  }

  /// Answers that said so.
  long answered() {
    return answered;
  }

  /// Starts a server, has people talk to it, and kills it in the middle.
  void kill() throws IOException, InterruptedException {
    try (ServerProcess server = start()) {
      Semaphore answers = new Semaphore(0);
      List<Thread> talking = new ArrayList<>();
      for (Author author : authors) {
        talking.add(Thread.startVirtualThread(() -> author.talk(answers)));
      }
      answers.acquire(random.nextInt(mostAnswers + 1));
      server.kill();
      for (Thread thread : talking) {
        thread.join();
      }
    }
  }

  /// Sends again what was never answered, and looks at all a last time.
  void finish() throws IOException, InterruptedException {
    try (ServerProcess server = start()) {
      authors.forEach(Author::resendAll);
      look();
      assertThat(answered).isEqualTo(log.size());
      assertThat(server.terminate()).as("exit code after SIGTERM").isZero();
    }
  }

  private ServerProcess start() throws IOException {
    ServerProcess server = ServerProcess.start(data);
    authors.forEach(author -> author.connect(server.port()));
    look();
    return server;
  }

  private void look() {
    Map<Long, Message> fresh = readOn(authors.getFirst().peer());
    for (Author author : authors) {
      for (Answer answer : author.newAnswers()) {
        assertThat(log.get(answer.id())).as("seq of what was answered").isEqualTo(answer.seq());
        answered++;
      }
      long before = 0;
      for (Message message : author.newlyHeard()) {
        assertThat(message).as("what was told").isEqualTo(fresh.get(message.seq()));
        assertThat(message.seq()).isEqualTo(before == 0 ? message.seq() : before + 1);
        before = message.seq();
      }
    }
  }

  /// The entries that have come since, without a gap and none that was there before.
  private Map<Long, Message> readOn(Peer reader) {
    Map<Long, Message> fresh = new HashMap<>();
    boolean more = true;
    while (more) {
      Reply.Page page = (Reply.Page) reader.call(new CatchUp(Peer.LOBBY, head));
      for (Logged entry : page.entries()) {
        assertThat(entry.seq()).isEqualTo(head + 1);
        head = entry.seq();
        if (entry instanceof MessagePosted(Message message)) {
          assertThat(log.put(message.sendId(), head)).as("where it stood before").isNull();
          fresh.put(head, message);
        }
      }
      more = page.more();
    }
    return fresh;
  }
}

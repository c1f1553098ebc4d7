package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Event.Logged;
import hearth.protocol.Event.MessagePosted;
import hearth.protocol.Limits;
import hearth.protocol.Message;
import hearth.protocol.Reply;
import hearth.protocol.Request.FetchOlder;
import hearth.protocol.Request.PostMessage;
import hearth.protocol.SendId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server process is killed while people talk, again and again on the same data.
class RestartIT {
  private static final int KILLS = 5;
  private static final int ANSWERS_BEFORE_KILL = 400;

  @TempDir Path data;

  @Test
  void nothingAnsweredIsLostAndNothingStandsTwiceOverManyKills() throws Exception {
    List<Author> authors = List.of(new Author("Ann"), new Author("Ben"), new Author("Cleo"));
    for (int kill = 0; kill < KILLS; kill++) {
      try (ServerProcess server = ServerProcess.start(data)) {
        Semaphore answers = new Semaphore(0);
        List<Thread> talking = new ArrayList<>();
        for (Author author : authors) {
          author.connect(server.port());
          talking.add(Thread.startVirtualThread(() -> author.talk(answers)));
        }
        answers.acquire(ANSWERS_BEFORE_KILL);
        server.kill();
        for (Thread thread : talking) {
          thread.join();
        }
      }
    }
    try (ServerProcess server = ServerProcess.start(data)) {
      for (Author author : authors) {
        author.connect(server.port());
        author.resendAll();
      }
      Peer reader = Peer.join(server.port(), "Reader");
      Map<SendId, Message> log = checkedLog(reader);
      for (Author author : authors) {
        assertThat(author.answered.size()).isGreaterThan(KILLS * 50);
        author.answered.forEach(
            (id, seq) -> assertThat(log.get(id)).extracting(Message::seq).isEqualTo(seq));
        assertThat(author.heard).isNotEmpty().allSatisfy(m -> assertThat(log).containsValue(m));
      }
      long written = authors.stream().mapToLong(author -> author.answered.size()).sum();
      assertThat(log).hasSize(Math.toIntExact(written));
      assertThat(server.terminate()).as("exit code after SIGTERM").isZero();
    }
  }

  @Test
  void theProcessSaysInOneLineWhereItListensAndEndsWell() throws Exception {
    try (ServerProcess server = ServerProcess.start(data)) {
      assertThat(server.line())
          .isEqualTo("Hearth \"Workshop\" listens on 127.0.0.1:" + server.port());
      Peer ann = Peer.join(server.port(), "Ann");
      assertThat(server.terminate()).isZero();
      assertThat(ann.awaitClosed()).isEqualTo(1001);
    }
  }

  /// The whole log: no gaps, no message twice.
  private static Map<SendId, Message> checkedLog(Peer reader) {
    List<Logged> entries = new ArrayList<>();
    long head = reader.overview().chats().getFirst().head();
    while (entries.size() < head) {
      Reply reply = reader.call(new FetchOlder(Peer.LOBBY, head - entries.size() + 1, Limits.PAGE));
      entries.addAll(((Reply.Page) reply).entries().reversed());
    }
    for (int i = 0; i < head; i++) {
      assertThat(entries.get(i).seq()).isEqualTo(head - i);
    }
    return entries.stream()
        .filter(MessagePosted.class::isInstance)
        .map(entry -> ((MessagePosted) entry).message())
        .collect(Collectors.toMap(Message::sendId, message -> message));
  }

  /// Somebody who writes, keeps what is not answered, and sends it again.
  private static final class Author {
    private static final int IN_FLIGHT = 16;

    private final String name;
    private final Map<SendId, PostMessage> unanswered = new ConcurrentHashMap<>();
    private final Map<SendId, Long> answered = new ConcurrentHashMap<>();
    private final Collection<Message> heard = new ConcurrentLinkedQueue<>();
    private String token = "";
    private @Nullable Peer current;

    Author(String name) {
      this.name = name;
    }

    void connect(int port) {
      Peer peer = token.isEmpty() ? Peer.join(port, name) : Peer.resume(port, token);
      current = peer;
      token = peer.token();
      peer.onEvent(
          event -> {
            if (event instanceof MessagePosted(Message message)) {
              heard.add(message);
            }
          });
    }

    /// Sends again what was not answered, and goes on until the connection breaks.
    void talk(Semaphore answers) {
      Semaphore window = new Semaphore(IN_FLIGHT);
      unanswered.values().forEach(post -> send(post, window, answers));
      for (int i = 0; peer().isOpen(); i++) {
        var post = new PostMessage(Peer.LOBBY, Peer.sendId(), name + " says " + i);
        unanswered.put(post.sendId(), post);
        send(post, window, answers);
      }
    }

    void resendAll() {
      Semaphore window = new Semaphore(IN_FLIGHT);
      unanswered.values().forEach(post -> send(post, window, new Semaphore(0)));
      window.acquireUninterruptibly(IN_FLIGHT);
      assertThat(unanswered).isEmpty();
    }

    private Peer peer() {
      return Objects.requireNonNull(current);
    }

    private void send(PostMessage post, Semaphore window, Semaphore answers) {
      window.acquireUninterruptibly();
      var _ =
          peer()
              .ask(post)
              .whenComplete(
                  (reply, _) -> {
                    if (reply instanceof Reply.Posted posted) {
                      answered.put(post.sendId(), posted.seq());
                      unanswered.remove(post.sendId());
                      answers.release();
                    }
                    window.release();
                  });
    }
  }
}

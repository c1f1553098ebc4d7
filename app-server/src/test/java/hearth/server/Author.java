package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Event.MessagePosted;
import hearth.protocol.Message;
import hearth.protocol.Reply;
import hearth.protocol.Request.PostMessage;
import hearth.protocol.SendId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Somebody who writes, keeps what is not answered, and sends it again. One thread at a time.
final class Author {
  private static final int IN_FLIGHT = 16;

  private final String name;
  private final Map<SendId, PostMessage> unanswered = new ConcurrentHashMap<>();
  private final BlockingQueue<Answer> answered = new LinkedBlockingQueue<>();
  private final BlockingQueue<Message> heard = new LinkedBlockingQueue<>();
  private String token = "";
  private @Nullable Peer current;

  Author(String name) {
    this.name = name;
  }

  /// What the server said is on its disk.
  record Answer(SendId id, long seq) {}

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

  Peer peer() {
    return Objects.requireNonNull(current);
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

  /// The answers since this was last asked.
  List<Answer> newAnswers() {
    List<Answer> answers = new ArrayList<>();
    answered.drainTo(answers);
    return answers;
  }

  /// What was told since this was last asked.
  List<Message> newlyHeard() {
    List<Message> messages = new ArrayList<>();
    heard.drainTo(messages);
    return messages;
  }

  private void send(PostMessage post, Semaphore window, Semaphore answers) {
    window.acquireUninterruptibly();
    var _ =
        peer()
            .ask(post)
            .whenComplete(
                (reply, _) -> {
                  if (reply instanceof Reply.Posted posted) {
                    answered.add(new Answer(post.sendId(), posted.seq()));
                    unanswered.remove(post.sendId());
                    answers.release();
                  }
                  window.release();
                });
  }
}

package hearth.bench;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Event;
import hearth.protocol.Event.MessagePosted;
import hearth.protocol.Message;
import hearth.protocol.Reply;
import hearth.protocol.Request;
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
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// Somebody who posts to the lobby, keeps what is not answered, and sends it again after
/// reconnecting. One thread at a time.
final class Author {
  private static final int IN_FLIGHT = 16;

  private final String name;
  private final Map<SendId, PostMessage> unanswered = new ConcurrentHashMap<>();
  private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
  private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
  private @Nullable String token;
  private @Nullable SoakClient current;

  Author(String name) {
    this.name = name;
  }

  /// What the server said is on its disk.
  record Answer(SendId id, long seq) {}

  void connect(int port) {
    SoakClient connected = SoakClient.connect(port, this::received);
    current = connected;
    if (token == null) {
      token = ((Reply.Joined) connected.call(new Request.Join(name))).token();
    } else {
      connected.call(new Request.Resume(token));
    }
  }

  private void received(Event event) {
    if (event instanceof MessagePosted(Message message)) {
      messages.add(message);
    }
  }

  SoakClient client() {
    return Objects.requireNonNull(current);
  }

  /// Sends again what was not answered, and posts until the connection breaks.
  ///
  /// @param answered released once per answer
  void post(Semaphore answered) {
    Semaphore window = new Semaphore(IN_FLIGHT);
    unanswered.values().forEach(post -> send(post, window, answered));
    for (int i = 0; client().isOpen(); i++) {
      SendId id = SendId.create(System.currentTimeMillis(), ThreadLocalRandom.current());
      var post = new PostMessage(SoakClient.LOBBY, id, name + " says " + i);
      unanswered.put(id, post);
      send(post, window, answered);
    }
  }

  void resendAll() {
    Semaphore window = new Semaphore(IN_FLIGHT);
    unanswered.values().forEach(post -> send(post, window, new Semaphore(0)));
    window.acquireUninterruptibly(IN_FLIGHT);
    assertThat(unanswered).isEmpty();
  }

  /// The answers since the last call.
  List<Answer> newAnswers() {
    List<Answer> drained = new ArrayList<>();
    answers.drainTo(drained);
    return drained;
  }

  /// The messages received since the last call.
  List<Message> newMessages() {
    List<Message> drained = new ArrayList<>();
    messages.drainTo(drained);
    return drained;
  }

  private void send(PostMessage post, Semaphore window, Semaphore answered) {
    window.acquireUninterruptibly();
    var _ =
        client()
            .send(post)
            .whenComplete(
                (reply, _) -> {
                  if (reply instanceof Reply.Posted posted) {
                    answers.add(new Answer(post.sendId(), posted.seq()));
                    unanswered.remove(post.sendId());
                    answered.release();
                  }
                  window.release();
                });
  }
}

package hearth.bench;

import hearth.bench.BenchCodec.Answer;
import hearth.protocol.ChatId;
import hearth.protocol.UserId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One connected device of the crowd: sends its requests one after the other until it is in a chat,
/// then receives and, if told to, posts. Confined to the thread of the [SelectorLoop].
final class SimulatedMember implements BenchConnection.Listener {
  private final MessageScanner scanner;
  private final PostListener listener;
  private final Runnable whenOpen;
  private final StreamCheck check = new StreamCheck();
  private final SplittableRandom random = new SplittableRandom();
  private @Nullable BenchConnection connection;
  private @Nullable BenchChat chat;
  private Consumer<Answer> pending = SimulatedMember::unexpected;

  /// @param scanner may be shared between members
  SimulatedMember(
      MessageScanner scanner, PostListener listener, Consumer<SimulatedMember> whenOpen) {
    this.scanner = scanner;
    this.listener = listener;
    this.whenOpen = () -> whenOpen.accept(this);
  }

  void connected(BenchConnection opened) {
    connection = opened;
  }

  /// Requests; a refusal of this, as of the two that follow, ends the run.
  void join(String name, Consumer<Answer.Joined> then) {
    request(BenchCodec.join(BenchCodec.SETUP, name), Answer.Joined.class, then);
  }

  void resume(String token, Consumer<Answer.Resumed> then) {
    request(BenchCodec.resume(BenchCodec.SETUP, token), Answer.Resumed.class, then);
  }

  void createGroup(String title, List<UserId> members, Consumer<ChatId> then) {
    request(
        BenchCodec.createGroup(BenchCodec.SETUP, title, members, random),
        Answer.ChatOpened.class,
        opened -> then.accept(opened.chat()));
  }

  private <A extends Answer> void request(String request, Class<A> kind, Consumer<A> then) {
    pending =
        answer -> {
          if (!kind.isInstance(answer)) {
            unexpected(answer);
          }
          then.accept(kind.cast(answer));
        };
    send(request);
  }

  private static void unexpected(Answer answer) {
    throw new BenchException("The server sent an unexpected answer: " + answer);
  }

  /// From now on it receives the messages of this chat.
  void enter(BenchChat entered) {
    chat = entered;
    entered.addReceiver();
  }

  BenchChat chat() {
    if (chat == null) {
      throw new IllegalStateException("in no chat yet");
    }
    return chat;
  }

  void post(long number, String text) {
    send(BenchCodec.post(number, chat().id(), text, random));
  }

  Findings findings() {
    return check.findings(chat().head());
  }

  @Override
  public void opened() {
    whenOpen.run();
  }

  @Override
  public void text(byte[] bytes, int from, int to, long now) {
    switch (scanner.read(bytes, from, to)) {
      case POSTED -> posted(now);
      case ACKNOWLEDGED -> {
        chat().acknowledged(scanner.seq());
        listener.acknowledged(scanner.number(), now);
      }
      case ANSWERED -> answered(new String(bytes, from, to - from, StandardCharsets.UTF_8), now);
      case OTHER -> {}
    }
  }

  private void posted(long now) {
    BenchChat mine = chat;
    if (mine != null && mine.id().value() == scanner.chat() && check.received(scanner.seq())) {
      listener.delivered(scanner.number(), now);
    }
  }

  private void answered(String text, long now) {
    switch (BenchCodec.answer(text)) {
      case Answer.PostRefused(long number) -> listener.refused(number, now);
      case Answer answer -> {
        Consumer<Answer> then = pending;
        pending = SimulatedMember::unexpected;
        then.accept(answer);
      }
    }
  }

  private void send(String text) {
    if (connection == null) {
      throw new IllegalStateException("not connected yet");
    }
    connection.send(text);
  }
}

package hearth.server.bench;

import hearth.protocol.Codec;
import hearth.protocol.CodecException;
import hearth.protocol.Frame;
import hearth.protocol.Reply;
import hearth.protocol.Request;
import hearth.protocol.SendId;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One connected device of the crowd: makes its calls one after the other until it is in a room,
/// then receives and, if told to, posts. Confined to the thread of the [Loop].
final class Member implements Connection.Listener {
  /// The id of every call but posts, whose ids are their numbers.
  private static final long CALL = 0;

  private final Scan scan;
  private final Board board;
  private final Runnable whenOpen;
  private final StreamCheck check = new StreamCheck();
  private final SplittableRandom random = new SplittableRandom();
  private @Nullable Connection connection;
  private @Nullable Room room;
  private Consumer<Reply> waiting = Member::unasked;

  /// @param scan may be shared between members
  Member(Scan scan, Board board, Consumer<Member> whenOpen) {
    this.scan = scan;
    this.board = board;
    this.whenOpen = () -> whenOpen.accept(this);
  }

  void connected(Connection made) {
    connection = made;
  }

  /// Asks; a refusal ends the run.
  void call(Request request, Consumer<Reply> then) {
    waiting = then;
    send(CALL, request);
  }

  /// From now on the messages of this chat are what it receives.
  void enter(Room entered) {
    room = entered;
    entered.enter();
  }

  Room room() {
    if (room == null) {
      throw new IllegalStateException("in no room yet");
    }
    return room;
  }

  void post(long number, String text) {
    SendId id = SendId.create(System.currentTimeMillis(), random);
    send(number, new Request.PostMessage(room().chat(), id, text));
  }

  Findings findings() {
    return check.findings(room().head());
  }

  @Override
  public void opened() {
    whenOpen.run();
  }

  @Override
  public void text(byte[] bytes, int from, int to, long now) {
    switch (scan.read(bytes, from, to)) {
      case POSTED -> posted(now);
      case ACKNOWLEDGED -> {
        room().stored(scan.seq());
        board.acknowledged(scan.number(), now);
      }
      case ANSWERED -> answered(new String(bytes, from, to - from, StandardCharsets.UTF_8), now);
      case OTHER -> {}
    }
  }

  private void posted(long now) {
    Room mine = room;
    if (mine != null && mine.chat().value() == scan.chat() && check.came(scan.seq())) {
      board.delivered(scan.number(), now);
    }
  }

  private void answered(String text, long now) {
    try {
      switch (Codec.decode(text)) {
        case Frame.Answer(long id, Reply reply) when id == CALL -> {
          Consumer<Reply> then = waiting;
          waiting = Member::unasked;
          then.accept(reply);
        }
        case Frame.Refusal(OptionalLong id, var _, var _, var _) when id.orElse(CALL) != CALL ->
            board.refused(id.getAsLong(), now);
        case Frame.Refusal(var _, var _, String sentence, var _) ->
            throw new BenchException("The server refused: " + sentence);
        default -> throw new BenchException("The server sent an answer to no call: " + text);
      }
    } catch (CodecException strange) {
      throw new BenchException("The server sent what is not of this protocol: " + text, strange);
    }
  }

  private static void unasked(Reply reply) {
    throw new BenchException("The server sent an answer to no call: " + reply);
  }

  private void send(long id, Request request) {
    if (connection == null) {
      throw new IllegalStateException("not connected yet");
    }
    connection.send(Codec.encode(new Frame.Call(OptionalLong.of(id), request)));
  }
}

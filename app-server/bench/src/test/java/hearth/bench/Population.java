package hearth.bench;

import hearth.protocol.Action;
import hearth.protocol.Frame;
import hearth.protocol.Limits;
import hearth.protocol.Request;
import hearth.protocol.Response;
import hearth.protocol.SendId;
import hearth.protocol.UserId;
import hearth.protocol.json.Codec;
import hearth.protocol.json.CodecException;
import hearth.server.ServerMain;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// A thousand people and a lobby full of long texts in a server's data: what an abuse finds.
///
/// @param beforeLongTexts the seq in the lobby after which a page of long texts comes
record Population(List<Member> members, long beforeLongTexts) {
  private static final int MEMBERS = Limits.GROUP;
  private static final int LONG_TEXTS = 200;

  /// Somebody, and how to come back as this person.
  record Member(UserId id, String token) {
    String resume() {
      return BenchCodec.resume(BenchCodec.SETUP, token);
    }
  }

  /// Makes them, by a server without limits and without TLS that runs only for that.
  static Population settle(Path data) throws IOException, InterruptedException {
    try (ChildServer server =
        ChildServer.startOn(data, ServerMain.class, List.of(), List.of("--plain"))) {
      Population made = settle(server.address());
      server.terminate();
      return made;
    }
  }

  private static Population settle(InetSocketAddress server) throws IOException {
    List<Member> members = new ArrayList<>();
    for (int i = 1; i < MEMBERS; i++) {
      try (RawSocket socket = connect(server)) {
        members.add(join(socket, "Member " + i));
      }
    }
    try (RawSocket socket = connect(server)) {
      members.add(join(socket, "Member " + MEMBERS));
      long last = 0;
      for (int i = 0; i < LONG_TEXTS; i++) {
        last = post(socket, "x".repeat(Limits.TEXT));
      }
      return new Population(members, last - LONG_TEXTS);
    }
  }

  /// Not from the address of the [Crowd], which may still join when there are limits.
  private static RawSocket connect(InetSocketAddress server) throws IOException {
    return RawSocket.open(HostileMachine.address(), server, null, RawSocket.USUAL_BUFFER);
  }

  private static Member join(RawSocket socket, String name) throws IOException {
    String token = UUID.randomUUID().toString();
    String answer = socket.ask(BenchCodec.join(BenchCodec.SETUP, name, token));
    if (BenchCodec.answer(answer) instanceof BenchCodec.Answer.Joined(UserId me)) {
      return new Member(me, token);
    }
    throw new BenchException("Joining was answered with " + answer);
  }

  private static long post(RawSocket socket, String text) throws IOException {
    SendId id = SendId.create(System.currentTimeMillis(), RandomGenerator.getDefault());
    Request post = new Request.Append(Crowd.LOBBY, id, Action.Post.text(text));
    String answer = socket.ask(BenchCodec.encode(BenchCodec.SETUP, post));
    try {
      if (Codec.decode(answer) instanceof Frame.ResponseFrame(long _, Response.Appended appended)) {
        return appended.seq();
      }
      throw new BenchException("A post was answered with " + answer);
    } catch (CodecException broken) {
      throw new BenchException("A post was answered with " + answer, broken);
    }
  }
}

package hearth.bench;

import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.Frame;
import hearth.protocol.Request;
import hearth.protocol.Response;
import hearth.protocol.SendId;
import hearth.protocol.UserId;
import hearth.protocol.json.Codec;
import hearth.protocol.json.CodecException;
import java.util.List;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/// The few requests and answers of the protocol that the bench needs, as text. Posts that come from
/// the server are left to [MessageScanner]. Holds no state.
final class BenchCodec {
  /// The id of every request that is not a post; a post's id is its number, from 1.
  static final long SETUP = 0;

  private BenchCodec() {}

  /// An answer that is not the acknowledgement of a post.
  sealed interface Answer {
    record Joined(UserId me) implements Answer {}

    record Resumed() implements Answer {}

    record ChatOpened(ChatId chat) implements Answer {}

    record PostRefused(long number) implements Answer {}
  }

  static String join(long id, String name, String token) {
    return encode(id, new Request.Join(name, token));
  }

  static String resume(long id, String token) {
    return encode(id, new Request.Resume(token));
  }

  static String createGroup(long id, String title, List<UserId> members, RandomGenerator random) {
    return encode(id, new Request.CreateGroup(sendId(random), title, members));
  }

  static String post(long number, ChatId chat, String text, RandomGenerator random) {
    return encode(number, new Request.Append(chat, sendId(random), Action.Post.text(text)));
  }

  /// Reads an answer.
  ///
  /// @throws BenchException if the server refused a request that is not a post, or sent something
  ///   else
  static Answer answer(String text) {
    try {
      return switch (Codec.decode(text)) {
        case Frame.ResponseFrame(long _, Response.Joined(UserId me, String _)) ->
            new Answer.Joined(me);
        case Frame.ResponseFrame(long _, Response.Resumed _) -> new Answer.Resumed();
        case Frame.ResponseFrame(long _, Response.ChatOpened(var opened)) ->
            new Answer.ChatOpened(opened.chat().id());
        case Frame.ErrorFrame refusal when refusal.id().orElse(SETUP) != SETUP ->
            new Answer.PostRefused(refusal.id().getAsLong());
        case Frame.ErrorFrame refusal ->
            throw new BenchException("The server refused: " + refusal.message());
        case Frame.ResponseFrame _,
            Frame.NotificationFrame _,
            Frame.RequestFrame _,
            Frame.UnknownFrame _ ->
            throw new BenchException("The server sent an unexpected answer: " + text);
      };
    } catch (CodecException notOurProtocol) {
      throw new BenchException(
          "The server sent what is not of this protocol: " + text, notOurProtocol);
    }
  }

  static String encode(long id, Request request) {
    return Codec.encode(new Frame.RequestFrame(OptionalLong.of(id), request));
  }

  private static SendId sendId(RandomGenerator random) {
    return SendId.create(System.currentTimeMillis(), random);
  }
}

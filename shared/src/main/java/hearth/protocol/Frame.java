package hearth.protocol;

import java.util.OptionalLong;

/// One WebSocket text message.
public sealed interface Frame {

  /// A client's request.
  ///
  /// @param id what the answer will carry; empty for a request that wants no answer
  record Call(OptionalLong id, Request request) implements Frame {}

  /// A server's answer to the call of that id.
  record Answer(long id, Reply reply) implements Frame {}

  /// A server's refusal of a call.
  ///
  /// @param id the call's id; empty where it could not be read
  /// @param message one English sentence, more exact than the fault's own where that is possible
  record Refusal(OptionalLong id, Fault fault, String message) implements Frame {}

  /// An event, told unasked.
  record Notice(Event event) implements Frame {}
}

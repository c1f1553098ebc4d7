package hearth.bench.history;

import hearth.protocol.Fault;
import hearth.protocol.Request;
import hearth.protocol.Response;
import hearth.protocol.UserId;
import java.util.Optional;

/// A request and what came of it. Ticks come from one counter for all clients: an operation whose
/// `ended` is below another's `began` was over before the other began. Immutable.
///
/// @param ended `Long.MAX_VALUE` where nobody knows whether or when it was carried out
public record Operation(UserId client, Request request, long began, long ended, Outcome outcome) {
  /// What the client learnt.
  public sealed interface Outcome {}

  public record Answered(Response response) implements Outcome {}

  public record Refused(Fault fault) implements Outcome {}

  /// The connection ended, or nothing came in time.
  public record Unknown() implements Outcome {}

  /// The answer, if there was one of this type.
  <R extends Response> Optional<R> answer(Class<R> type) {
    return outcome instanceof Answered(Response response) && type.isInstance(response)
        ? Optional.of(type.cast(response))
        : Optional.empty();
  }
}

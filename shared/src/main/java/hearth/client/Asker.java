package hearth.client;

import hearth.protocol.Request;
import hearth.protocol.Response;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// Asks the server, once: what is lost on the way is not asked again. Safe from any thread; never
/// waits.
interface Asker {
  /// Asks.
  ///
  /// @param kind the answer that is fit
  /// @param result what becomes of it, on the client thread
  /// @return there after the changes that the answer makes have been told
  <R extends Response, T> CompletableFuture<T> ask(
      Request request, Class<R> kind, Function<R, T> result);
}

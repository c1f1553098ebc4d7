package hearth.server.store;

import hearth.protocol.FaultException;

/// One change, applied on the commit thread in a transaction that it shares with others. It may be
/// applied again after a rollback, so it must have no other effects.
///
/// @param <R> its result
@FunctionalInterface
public interface Write<R> {
  /// Makes the change.
  ///
  /// @throws FaultException to refuse; nothing may have been changed before
  R apply(WriteTransaction tx);
}

package hearth.server.store;

import hearth.protocol.FaultException;

/// One change, applied on the commit thread within a transaction that it shares with others. May be
/// applied again after a rollback, so it does nothing beside the ledger.
///
/// @param <R> what its maker learns of it
@FunctionalInterface
public interface Write<R> {
  /// Makes the change and says what came of it.
  ///
  /// @throws FaultException to refuse; nothing may have been changed by then
  R apply(Ledger ledger);
}

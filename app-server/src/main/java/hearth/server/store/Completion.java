package hearth.server.store;

import hearth.protocol.FaultException;

/// Receives the result of a [Write], once, on the publishing thread.
public interface Completion<R> {
  /// The write is on disk.
  void committed(R result);

  /// The write was refused or could not be stored; nothing has changed.
  void refused(FaultException why);
}

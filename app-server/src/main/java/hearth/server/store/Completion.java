package hearth.server.store;

import hearth.protocol.FaultException;

/// Hears what came of a [Write], once, on the thread that publishes.
public interface Completion<R> {
  /// The write is on disk.
  void committed(R result);

  /// The write was refused or could not be stored; the disk is as it was.
  void refused(FaultException why);
}

package hearth.bench;

/// Something hostile that one machine does to a server, over and over.
@FunctionalInterface
interface Abuse {
  /// Begins; it ends with the machine.
  void begin(HostileMachine machine);
}

package hearth.protocol;

/// Whether a person is there, as the server sees it: the most present of the person's devices.
public enum Presence {
  ONLINE("online"),
  AWAY("away"),
  OFFLINE("offline");

  private final String wire;

  Presence(String wire) {
    this.wire = wire;
  }

  String wire() {
    return wire;
  }
}

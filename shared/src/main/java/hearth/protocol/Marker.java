package hearth.protocol;

/// How far one member has come in a chat: everything up to `delivered` is on one of the member's
/// devices, everything up to `read` has been seen. Neither ever goes back.
public record Marker(UserId user, long delivered, long read) {
  public Marker {
    Checks.notNegative(delivered, "delivered");
    Checks.notNegative(read, "read");
  }

  /// The marker as those see it who are not told what the member has read.
  public Marker withoutRead() {
    return new Marker(user, delivered, 0);
  }
}

package hearth.protocol;

/// How far one member has come in a chat: everything up to `delivered` is on one of the member's
/// devices, everything up to `read` has been seen. Neither ever goes back.
public record Marker(UserId user, long delivered, long read) {
  public Marker {
    Checks.notNegative(delivered, "delivered");
    Checks.notNegative(read, "read");
  }

  /// What is told of the marker. What is read is told as 0 where it is kept back; what is delivered
  /// is told as what is read is told where that is kept back, because it moves at the moment that a
  /// device is there.
  ///
  /// @param withDelivered whether it is told what is delivered
  /// @param withRead whether it is told what is read
  public Marker told(boolean withDelivered, boolean withRead) {
    long readAs = withRead ? read : 0;
    return new Marker(user, withDelivered ? delivered : readAs, readAs);
  }
}

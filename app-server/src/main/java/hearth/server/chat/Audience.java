package hearth.server.chat;

/// Which recipients of a group a notification is for.
enum Audience {
  ALL,
  /// Those who may see what others have read.
  SEEING,
  /// Those who are not told what others have read.
  BLIND
}

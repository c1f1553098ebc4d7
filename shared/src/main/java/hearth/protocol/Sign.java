package hearth.protocol;

/// What a member shows the others of a chat for a short time. It is never stored. To add one, add a
/// constant here and its words in a front end.
public enum Sign {
  /// The member is writing.
  TYPING("typing", 6_000, Integer.MAX_VALUE, true),
  /// The member is looking at the chat.
  LOOKING("looking", 8_000, 50, false),
  /// A sign of a newer version.
  UNKNOWN("", 0, 0, false);

  private final String word;
  private final int millis;
  private final int members;
  private final boolean untilPost;

  Sign(String word, int millis, int members, boolean untilPost) {
    this.word = word;
    this.millis = millis;
    this.members = members;
    this.untilPost = untilPost;
  }

  /// Its name in the protocol.
  public String word() {
    return word;
  }

  /// How long it lasts unless it is shown again, in milliseconds. A client shows it again at half
  /// of this.
  public int millis() {
    return millis;
  }

  /// The largest chat that hears of it, in members.
  public int members() {
    return members;
  }

  /// Whether it says that the member is here, though they do nothing.
  public boolean tellsPresence() {
    return this == LOOKING;
  }

  /// Whether it also ends with the member's next message.
  public boolean endsWithPost() {
    return untilPost;
  }
}

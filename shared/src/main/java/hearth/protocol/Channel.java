package hearth.protocol;

/// A channel as somebody sees it who looks for one.
///
/// @param members how many there are
/// @param kind [Chat.Kind#CHANNEL], or another kind that everybody can find
public record Channel(ChatId id, String title, String topic, int members, Chat.Kind kind) {
  public Channel {
    Checks.notNegative(members, "members");
  }

  /// One in which people are themselves.
  public Channel(ChatId id, String title, String topic, int members) {
    this(id, title, topic, members, Chat.Kind.CHANNEL);
  }
}

package hearth.protocol;

/// A channel as somebody sees it who looks for one.
///
/// @param members how many there are
public record Channel(ChatId id, String title, String topic, int members) {
  public Channel {
    Checks.notNegative(members, "members");
  }
}

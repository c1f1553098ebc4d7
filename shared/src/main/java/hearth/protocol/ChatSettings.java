package hearth.protocol;

/// What actions have set in a chat, as it is now.
///
/// @param slowModeSeconds how long a member waits between two messages; 0 for no wait
public record ChatSettings(int slowModeSeconds) {
  public static final ChatSettings USUAL = new ChatSettings(0);

  /// The settings after an action in the chat.
  public ChatSettings after(Action action) {
    return action instanceof Action.SetSlowMode set ? new ChatSettings(set.seconds()) : this;
  }
}

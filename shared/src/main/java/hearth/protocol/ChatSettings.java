package hearth.protocol;

import java.util.List;
import java.util.stream.Stream;

/// What actions have set in a chat, as it is now.
///
/// @param slowModeSeconds how long a member waits between two messages; 0 for no wait
/// @param pins the seqs of the pinned messages, the one that was pinned last at the end
public record ChatSettings(int slowModeSeconds, List<Long> pins) {
  /// How many messages stay pinned at once, as every member gets them with every overview; the
  /// oldest pin gives way.
  public static final int PINS = 50;

  public static final ChatSettings USUAL = new ChatSettings(0);

  public ChatSettings {
    pins = List.copyOf(pins);
  }

  /// Nothing is pinned.
  public ChatSettings(int slowModeSeconds) {
    this(slowModeSeconds, List.of());
  }

  /// The settings after an action in the chat.
  public ChatSettings after(Action action) {
    return switch (action) {
      case Action.SetSlowMode set -> new ChatSettings(set.seconds(), pins);
      case Action.Pin pin when pin.on() && pins.contains(pin.target()) -> this;
      case Action.Pin pin when pin.on() -> with(pin.target());
      case Action.Pin pin -> without(pin.target());
      case Action.Delete delete -> without(delete.target());
      default -> this;
    };
  }

  private ChatSettings with(long pinned) {
    List<Long> all = Stream.concat(pins.stream(), Stream.of(pinned)).toList();
    return new ChatSettings(
        slowModeSeconds, all.subList(Math.max(0, all.size() - PINS), all.size()));
  }

  private ChatSettings without(long target) {
    return pins.contains(target)
        ? new ChatSettings(slowModeSeconds, pins.stream().filter(pin -> pin != target).toList())
        : this;
  }
}

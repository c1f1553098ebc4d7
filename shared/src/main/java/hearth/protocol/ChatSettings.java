package hearth.protocol;

import java.util.List;
import java.util.stream.Stream;

/// What actions have set in a chat, as it is now.
///
/// @param slowModeSeconds how long a member waits between two messages; 0 for no wait
/// @param pins the seqs of the pinned messages, the one that was pinned last at the end
/// @param topic what the chat is about; empty for nothing
/// @param rules who may do what, where that is not as usual
public record ChatSettings(int slowModeSeconds, List<Long> pins, String topic, List<Rule> rules) {
  /// How many messages stay pinned at once, as every member gets them with every overview; the
  /// oldest pin gives way.
  public static final int PINS = 50;

  public static final ChatSettings USUAL = new ChatSettings(0, List.of(), "", List.of());

  public ChatSettings {
    pins = List.copyOf(pins);
    rules = List.copyOf(rules);
  }

  /// Who may do something.
  ///
  /// @param from the lowest role that may
  public record Rule(Permission permission, Role from) {}

  /// The lowest role that has a permission.
  public Role lowest(Permission permission) {
    return rules.stream()
        .filter(rule -> rule.permission() == permission)
        .map(Rule::from)
        .findFirst()
        .orElse(permission.usually());
  }

  /// The settings after an action in the chat.
  public ChatSettings after(Action action) {
    return switch (action) {
      case Action.SetSlowMode set -> new ChatSettings(set.seconds(), pins, topic, rules);
      case Action.SetTopic set -> new ChatSettings(slowModeSeconds, pins, set.topic(), rules);
      case Action.SetPermission set -> with(new Rule(set.permission(), set.from()));
      case Action.Pin pin when pin.on() && pins.contains(pin.target()) -> this;
      case Action.Pin pin when pin.on() -> with(pin.target());
      case Action.Pin pin -> without(pin.target());
      case Action.Delete delete -> without(delete.target());
      default -> this;
    };
  }

  private ChatSettings with(Rule rule) {
    Stream<Rule> others = rules.stream().filter(one -> one.permission() != rule.permission());
    Stream<Rule> own =
        rule.from() == rule.permission().usually() ? Stream.empty() : Stream.of(rule);
    return new ChatSettings(slowModeSeconds, pins, topic, Stream.concat(others, own).toList());
  }

  private ChatSettings with(long pinned) {
    List<Long> all = Stream.concat(pins.stream(), Stream.of(pinned)).toList();
    return pinned(all.subList(Math.max(0, all.size() - PINS), all.size()));
  }

  private ChatSettings without(long target) {
    return pins.contains(target)
        ? pinned(pins.stream().filter(pin -> pin != target).toList())
        : this;
  }

  private ChatSettings pinned(List<Long> now) {
    return new ChatSettings(slowModeSeconds, now, topic, rules);
  }
}

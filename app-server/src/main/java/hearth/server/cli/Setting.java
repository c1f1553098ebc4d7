package hearth.server.cli;

/// An option of a [Command], as its help describes it. Immutable.
///
/// @param name without the dashes
/// @param label what its value is called; empty where it takes none
/// @param does what it is for
/// @param otherwise the value of who does not say it; empty where there is none to name
/// @param repeatable whether it may be said more than once
public record Setting(
    String name, String label, String does, String otherwise, boolean repeatable) {
  /// An option without a value.
  public static Setting flag(String name, String does) {
    return new Setting(name, "", does, "", false);
  }

  public static Setting value(String name, String label, String does) {
    return new Setting(name, label, does, "", false);
  }

  public static Setting repeatable(String name, String label, String does) {
    return new Setting(name, label, does, "", true);
  }

  /// The same with a value for who does not say it.
  public Setting otherwise(String value) {
    return new Setting(name, label, does, value, repeatable);
  }

  boolean isFlag() {
    return label.isEmpty();
  }

  /// As a person types it.
  String typed() {
    return "--" + name;
  }
}

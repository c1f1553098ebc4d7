package hearth.server.cli;

/// An option of a [Command], as its help describes it. Immutable.
///
/// @param name without the dashes
/// @param label the name of its value; empty if it takes none
/// @param description what it is for
/// @param defaultValue used if the option is not given; empty if there is none to name
/// @param repeatable whether it may be given more than once
public record Setting(
    String name, String label, String description, String defaultValue, boolean repeatable) {
  /// An option without a value.
  public static Setting flag(String name, String description) {
    return new Setting(name, "", description, "", false);
  }

  public static Setting value(String name, String label, String description) {
    return new Setting(name, label, description, "", false);
  }

  public static Setting repeatable(String name, String label, String description) {
    return new Setting(name, label, description, "", true);
  }

  /// The same with a default.
  public Setting otherwise(String value) {
    return new Setting(name, label, description, value, repeatable);
  }

  boolean isFlag() {
    return label.isEmpty();
  }

  /// As a person types it.
  String typed() {
    return "--" + name;
  }
}

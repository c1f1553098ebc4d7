package hearth.desktop.settings;

import hearth.desktop.profile.Key;
import hearth.desktop.profile.SettingsFile;
import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// The settings as properties, to be bound to: what is set here is written to the file. Confined to
/// the FX thread.
public final class SettingProperties {
  private final SettingsFile file;
  private final Map<Key<?>, ObjectProperty<?>> properties = new HashMap<>();

  public SettingProperties(SettingsFile file) {
    this.file = file;
  }

  /// The property of a setting, the same one on every call.
  public <T> ObjectProperty<T> of(Key<T> key) {
    @SuppressWarnings("unchecked") // put there for the same key
    ObjectProperty<T> property =
        (ObjectProperty<T>) properties.computeIfAbsent(key, any -> create(key));
    return property;
  }

  private <T> ObjectProperty<T> create(Key<T> key) {
    ObjectProperty<T> property = new SimpleObjectProperty<>(file.get(key));
    property.subscribe((before, now) -> file.set(key, now));
    return property;
  }
}

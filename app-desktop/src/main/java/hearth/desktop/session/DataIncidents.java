package hearth.desktop.session;

import hearth.client.model.Change;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// What has befallen the data of the device and of the server. Confined to the FX thread.
public final class DataIncidents {
  private final ReadOnlyBooleanWrapper logsReplaced = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper storeFailure = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Change.@Nullable StoreReplaced> storeReplaced =
      new ReadOnlyObjectWrapper<>();

  /// Nothing has.
  DataIncidents() {}

  /// The same, for others to listen to.
  DataIncidents(DataIncidents before) {
    logsReplaced.set(before.logsReplaced.get());
    storeFailure.set(before.storeFailure.get());
    storeReplaced.set(before.storeReplaced.get());
  }

  /// The last error of the device's disk; empty if there was none.
  public ReadOnlyStringProperty storeFailureProperty() {
    return storeFailure.getReadOnlyProperty();
  }

  void storeFailed(String sentence) {
    storeFailure.set(sentence);
  }

  /// What became of the device's own store, if it was damaged and nobody has acknowledged it yet.
  public ReadOnlyObjectProperty<Change.@Nullable StoreReplaced> storeReplacedProperty() {
    return storeReplaced.getReadOnlyProperty();
  }

  void storeReplaced(Change.StoreReplaced now) {
    storeReplaced.set(now);
  }

  public void acknowledgeStoreReplaced() {
    storeReplaced.set(null);
  }

  /// Whether the server was restored to an earlier state, and nobody has acknowledged it yet.
  public ReadOnlyBooleanProperty logsReplacedProperty() {
    return logsReplaced.getReadOnlyProperty();
  }

  void logsReplaced() {
    logsReplaced.set(true);
  }

  public void acknowledgeLogsReplaced() {
    logsReplaced.set(false);
  }
}

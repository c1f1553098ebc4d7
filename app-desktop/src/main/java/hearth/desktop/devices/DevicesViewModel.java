package hearth.desktop.devices;

import hearth.desktop.fx.Question;
import hearth.desktop.session.ServerViewModel;
import hearth.desktop.text.ErrorText;
import hearth.desktop.text.Messages;
import hearth.desktop.text.Times;
import hearth.protocol.Device;
import hearth.protocol.ServerInfo;
import java.time.Instant;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The devices of this person, as the server tells them. Confined to the FX thread.
public final class DevicesViewModel {
  private final ServerViewModel server;
  private final Times times;
  private final boolean hostedElsewhere;
  private final ObservableList<Device> devices = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();

  /// An empty list.
  ///
  /// @param hostedElsewhere whether one of the other devices may be the one that hosts the server
  public DevicesViewModel(ServerViewModel server, Times times, boolean hostedElsewhere) {
    this.server = server;
    this.times = times;
    this.hostedElsewhere = hostedElsewhere;
  }

  public ObservableList<Device> devices() {
    return devices;
  }

  /// Why the last thing that was asked for failed; empty if it did not.
  public ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
  }

  /// Whether the list is asked for.
  public ReadOnlyBooleanProperty loadingProperty() {
    return loading.getReadOnlyProperty();
  }

  /// Asks for the list.
  public void load() {
    error.set("");
    loading.set(true);
    server.whenDone(
        server.client().account().devices(),
        now -> {
          loading.set(false);
          devices.setAll(now);
        },
        this::failed);
  }

  /// Signs a device out.
  public void signOut(Device device) {
    error.set("");
    server.whenDone(
        server.client().account().removeDevice(device.id()), done -> load(), this::failed);
  }

  private void failed(Throwable failure) {
    loading.set(false);
    error.set(ErrorText.of(failure));
  }

  /// What is to be asked before a device is signed out. Whether it is the one that hosts, nobody
  /// knows but that device.
  public Question question(Device device) {
    ServerInfo info = server.serverProperty().get();
    return new Question(
        Messages.get("devices.question", name(device)),
        Messages.get("devices.question.body", info == null ? "" : info.name())
            + (hostedElsewhere ? "\n" + Messages.get("devices.question.host") : ""),
        Messages.get("devices.sign-out"),
        Messages.get("button.cancel"),
        true);
  }

  /// What a device is called.
  public String name(Device device) {
    return device.name().isEmpty() ? Messages.get("devices.nameless") : device.name();
  }

  /// Whether a device is here, or when it was.
  public String about(Device device) {
    Instant seen = device.lastSeen();
    if (device.current()) {
      return Messages.get("devices.current");
    }
    if (device.online()) {
      return Messages.get("devices.online");
    }
    return seen == null
        ? Messages.get("devices.unseen")
        : Messages.get("devices.seen", times.moment(seen));
  }
}

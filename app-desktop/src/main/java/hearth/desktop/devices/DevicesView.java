package hearth.desktop.devices;

import hearth.desktop.fx.ErrorLabel;
import hearth.desktop.fx.Question;
import hearth.desktop.fx.ViewLoader;
import hearth.protocol.Device;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The dialog with the devices of this person. Confined to the FX thread.
public final class DevicesView {
  private final DevicesViewModel model;
  private final Question.Asker asker;
  private final Runnable adding;
  private final Runnable close;
  private final VBox root;

  @FXML private ScrollPane scroll;
  @FXML private VBox list;
  @FXML private Label loading;
  @FXML private ErrorLabel error;
  @FXML private Button addDevice;

  /// Makes the dialog, and asks for the list.
  ///
  /// @param add opens the dialog that shows a code
  public DevicesView(DevicesViewModel model, Question.Asker asker, Runnable add, Runnable close) {
    this.model = model;
    this.asker = asker;
    this.adding = add;
    this.close = close;
    this.root = ViewLoader.load(this, "devices.fxml", VBox.class);
    model.load();
  }

  public Region root() {
    return root;
  }

  public Node first() {
    return addDevice;
  }

  @FXML
  void initialize() {
    error.textProperty().bind(model.errorProperty());
    model.devices().addListener((ListChangeListener<Device>) change -> show());
    loading.visibleProperty().bind(model.loadingProperty().and(scroll.visibleProperty().not()));
    loading.managedProperty().bind(loading.visibleProperty());
    scroll.managedProperty().bind(scroll.visibleProperty());
    show();
  }

  private void show() {
    boolean wasIn =
        addDevice.getScene() != null && isIn(list, addDevice.getScene().getFocusOwner());
    list.getChildren()
        .setAll(
            model.devices().stream()
                .map(
                    device ->
                        (Node)
                            new DeviceRow(
                                model,
                                device,
                                () ->
                                    asker.ask(model.question(device), () -> model.signOut(device))))
                .toList());
    scroll.setVisible(!model.devices().isEmpty());
    if (wasIn) {
      addDevice.requestFocus();
    }
  }

  private static boolean isIn(Node outer, @Nullable Node inner) {
    Node at = inner;
    while (at != null && !at.equals(outer)) {
      at = at.getParent();
    }
    return at != null;
  }

  @FXML
  void addDevice() {
    adding.run();
  }

  @FXML
  void close() {
    close.run();
  }
}

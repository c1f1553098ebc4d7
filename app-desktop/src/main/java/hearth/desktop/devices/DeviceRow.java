package hearth.desktop.devices;

import hearth.desktop.text.Messages;
import hearth.protocol.Device;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// One device: its name, when it was here, and the button that signs it out, unless it is this one.
final class DeviceRow extends HBox {
  DeviceRow(DevicesViewModel model, Device device, Runnable signOut) {
    getStyleClass().add("device");
    setAlignment(Pos.CENTER_LEFT);
    Label name = new Label(model.name(device));
    name.getStyleClass().add("title");
    Label about = new Label(model.about(device));
    about.getStyleClass().addAll("secondary", device.online() ? "here" : "away");
    VBox lines = new VBox(name, about);
    lines.setMinWidth(0);
    HBox.setHgrow(lines, Priority.ALWAYS);
    getChildren().addAll(new FontIcon("fth-monitor"), lines);
    if (!device.current()) {
      Button out = new Button(Messages.get("devices.sign-out"));
      out.getStyleClass().addAll("wide", "sign-out");
      out.setAccessibleText(Messages.get("devices.sign-out-of", model.name(device)));
      out.setMinWidth(Region.USE_PREF_SIZE);
      out.setOnAction(press -> signOut.run());
      getChildren().add(out);
    }
  }
}

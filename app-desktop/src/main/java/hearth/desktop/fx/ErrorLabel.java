package hearth.desktop.fx;

import javafx.scene.control.Label;

/// One sentence of what is wrong. Takes no room while it is empty.
public final class ErrorLabel extends Label {
  public ErrorLabel() {
    getStyleClass().add("error");
    setWrapText(true);
    setMinHeight(USE_PREF_SIZE);
    visibleProperty().bind(textProperty().isNotEmpty());
    managedProperty().bind(visibleProperty());
  }
}

package hearth.desktop.fx;

import javafx.scene.control.Label;

/// One error sentence. Takes no space while it is empty.
public final class ErrorLabel extends Label {
  public ErrorLabel() {
    getStyleClass().add("error");
    setWrapText(true);
    setMinHeight(USE_PREF_SIZE);
    visibleProperty().bind(textProperty().isNotEmpty());
    managedProperty().bind(visibleProperty());
  }
}

package hearth.desktop.training;

import hearth.desktop.fx.FieldBox;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Reads a window, types and presses buttons. Confined to the FX thread.
final class UiRobot {
  private final Scene scene;

  UiRobot(Scene scene) {
    this.scene = scene;
  }

  /// Whether a person could use this node now.
  boolean sees(String selector) {
    Node node = scene.getRoot().lookup(selector);
    return node != null && node.isVisible() && !node.isDisabled();
  }

  void press(String button) {
    if (scene.getRoot().lookup(button) instanceof ButtonBase found) {
      found.fire();
    }
  }

  void type(String field, String text) {
    switch (scene.getRoot().lookup(field)) {
      case FieldBox box -> box.field().setText(text);
      case TextInputControl input -> input.setText(text);
      case null, default -> throw new IllegalStateException(field + " is no field");
    }
  }

  /// Presses a key, with the shortcut modifier if wanted.
  void key(KeyCode code, boolean shortcut) {
    boolean mac = System.getProperty("os.name", "").startsWith("Mac");
    Node owner = scene.getFocusOwner();
    Event.fireEvent(
        owner == null ? scene.getRoot() : owner,
        new KeyEvent(
            KeyEvent.KEY_PRESSED, "", "", code, false, shortcut && !mac, false, shortcut && mac));
  }
}

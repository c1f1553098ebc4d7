package hearth.desktop.window;

import hearth.desktop.text.Messages;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The dialog that lists the keys.
final class ShortcutsView {
  private static final String[] KEYS = {
    "jump",
    "next",
    "unread",
    "end",
    "panes",
    "send",
    "break",
    "edit-last",
    "messages",
    "reply",
    "edit",
    "react",
    "delete",
    "list"
  };

  private final VBox root;
  private final Button closing = new Button(Messages.get("close"));

  ShortcutsView(Runnable close) {
    Label heading = new Label(Messages.get("keys.title"));
    heading.getStyleClass().add("dialog-title");
    GridPane grid = new GridPane();
    grid.getStyleClass().add("keys");
    for (int i = 0; i < KEYS.length; i++) {
      Label key = new Label(Messages.get("keys." + KEYS[i]));
      key.getStyleClass().add("key");
      grid.addRow(i, key, new Label(Messages.get("keys." + KEYS[i] + ".does")));
    }
    closing.getStyleClass().add("wide");
    closing.setOnAction(press -> close.run());
    HBox buttons = new HBox(closing);
    buttons.getStyleClass().add("dialog-buttons");
    root = new VBox(heading, grid, buttons);
    root.getStyleClass().add("shortcuts");
  }

  Region root() {
    return root;
  }

  Node first() {
    return closing;
  }
}

package hearth.desktop.window;

import hearth.desktop.text.Messages;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The dialog that lists the keyboard shortcuts.
final class ShortcutsView {
  private final VBox root;
  private final Button closing = new Button(Messages.get("button.close"));

  ShortcutsView(Runnable close) {
    Label heading = new Label(Messages.get("shortcuts.title"));
    heading.getStyleClass().add("dialog-title");
    GridPane grid = new GridPane();
    grid.getStyleClass().add("keys");
    add(grid, Messages.get("shortcuts.search.keys"), Messages.get("shortcuts.search"));
    add(grid, Messages.get("shortcuts.step.keys"), Messages.get("shortcuts.step"));
    add(grid, Messages.get("shortcuts.unread.keys"), Messages.get("shortcuts.unread"));
    add(grid, Messages.get("shortcuts.end.keys"), Messages.get("shortcuts.end"));
    add(grid, Messages.get("shortcuts.panes.keys"), Messages.get("shortcuts.panes"));
    add(grid, Messages.get("shortcuts.send.keys"), Messages.get("shortcuts.send"));
    add(grid, Messages.get("shortcuts.break.keys"), Messages.get("shortcuts.break"));
    add(grid, Messages.get("shortcuts.edit-last.keys"), Messages.get("message.edit-last"));
    add(grid, Messages.get("shortcuts.message.keys"), Messages.get("shortcuts.message"));
    add(grid, Messages.get("shortcuts.reply.keys"), Messages.get("message.reply"));
    add(grid, Messages.get("shortcuts.edit.keys"), Messages.get("message.edit"));
    add(grid, Messages.get("shortcuts.react.keys"), Messages.get("message.react"));
    add(grid, Messages.get("shortcuts.delete.keys"), Messages.get("message.delete"));
    add(grid, Messages.get("shortcuts.copy.keys"), Messages.get("timeline.copy"));
    add(grid, Messages.get("shortcuts.list.keys"), Messages.get("shortcuts.list"));
    closing.getStyleClass().add("wide");
    closing.setOnAction(press -> close.run());
    HBox buttons = new HBox(closing);
    buttons.getStyleClass().add("dialog-buttons");
    root = new VBox(heading, grid, buttons);
    root.getStyleClass().add("shortcuts");
  }

  private static void add(GridPane grid, String keys, String action) {
    Label key = new Label(keys);
    key.getStyleClass().add("key");
    grid.addRow(grid.getRowCount(), key, new Label(action));
  }

  Region root() {
    return root;
  }

  Node first() {
    return closing;
  }
}

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
    GridPane general = new GridPane();
    GridPane messages = new GridPane();
    general.getStyleClass().add("keys");
    messages.getStyleClass().add("keys");
    add(general, Messages.get("shortcuts.search.keys"), Messages.get("shortcuts.search"));
    add(general, Messages.get("shortcuts.step.keys"), Messages.get("shortcuts.step"));
    add(general, Messages.get("shortcuts.unread.keys"), Messages.get("shortcuts.unread"));
    add(general, Messages.get("shortcuts.end.keys"), Messages.get("shortcuts.end"));
    add(general, Messages.get("shortcuts.panes.keys"), Messages.get("shortcuts.panes"));
    add(general, Messages.get("shortcuts.send.keys"), Messages.get("shortcuts.send"));
    add(general, Messages.get("shortcuts.break.keys"), Messages.get("shortcuts.break"));
    add(general, Messages.get("shortcuts.list.keys"), Messages.get("shortcuts.list"));
    add(messages, Messages.get("shortcuts.edit-last.keys"), Messages.get("message.edit-last"));
    add(messages, Messages.get("shortcuts.message.keys"), Messages.get("shortcuts.message"));
    add(messages, Messages.get("shortcuts.reply.keys"), Messages.get("message.reply"));
    add(messages, Messages.get("shortcuts.edit.keys"), Messages.get("message.edit"));
    add(messages, Messages.get("shortcuts.react.keys"), Messages.get("message.react"));
    add(messages, Messages.get("shortcuts.delete.keys"), Messages.get("message.delete"));
    add(messages, Messages.get("shortcuts.copy.keys"), Messages.get("timeline.copy"));
    closing.getStyleClass().add("wide");
    closing.setOnAction(press -> close.run());
    HBox buttons = new HBox(closing);
    buttons.getStyleClass().add("dialog-buttons");
    root = new VBox(heading, new HBox(32, general, messages), buttons);
    root.getStyleClass().add("shortcuts");
  }

  private static void add(GridPane grid, String keys, String action) {
    Label key = new Label(keys);
    key.getStyleClass().add("key");
    key.setMinWidth(Region.USE_PREF_SIZE);
    Label label = new Label(action);
    label.setWrapText(true);
    grid.addRow(grid.getRowCount(), key, label);
  }

  Region root() {
    return root;
  }

  Node first() {
    return closing;
  }
}

package hearth.desktop.window;

import hearth.desktop.text.Messages;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The dialog that lists the keyboard shortcuts, in one column where there is no room for two.
final class ShortcutsView {
  private static final double COLUMN = 268;
  private static final double BETWEEN = 32;
  private static final double ROW_GAP = 10;

  private final VBox root;
  private final Button closing = new Button(Messages.get("button.close"));

  ShortcutsView(Runnable close) {
    Label heading = new Label(Messages.get("shortcuts.title"));
    heading.getStyleClass().add("dialog-title");
    FlowPane columns =
        new FlowPane(
            BETWEEN,
            ROW_GAP,
            grid(
                new Shortcut("shortcuts.search.keys", "shortcuts.search"),
                new Shortcut("shortcuts.step.keys", "shortcuts.step"),
                new Shortcut("shortcuts.unread.keys", "shortcuts.unread"),
                new Shortcut("shortcuts.panes.keys", "shortcuts.panes"),
                new Shortcut("shortcuts.settings.keys", "shortcuts.settings"),
                new Shortcut("shortcuts.list.keys", "shortcuts.list"),
                new Shortcut("shortcuts.send.keys", "shortcuts.send"),
                new Shortcut("shortcuts.break.keys", "shortcuts.break"),
                new Shortcut("shortcuts.emoji.keys", "shortcuts.emoji"),
                new Shortcut("shortcuts.edit-last.keys", "message.edit-last"),
                new Shortcut("shortcuts.day.keys", "shortcuts.day"),
                new Shortcut("shortcuts.end.keys", "shortcuts.end")),
            grid(
                new Shortcut("shortcuts.message.keys", "shortcuts.message"),
                new Shortcut("shortcuts.several.keys", "shortcuts.several"),
                new Shortcut("shortcuts.ends.keys", "shortcuts.ends"),
                new Shortcut("shortcuts.link.keys", "shortcuts.link"),
                new Shortcut("shortcuts.menu.keys", "shortcuts.menu"),
                new Shortcut("shortcuts.reply.keys", "message.reply"),
                new Shortcut("shortcuts.edit.keys", "message.edit"),
                new Shortcut("shortcuts.react.keys", "message.react"),
                new Shortcut("shortcuts.forward.keys", "message.forward"),
                new Shortcut("shortcuts.mark-unread.keys", "message.mark-unread"),
                new Shortcut("shortcuts.remind.keys", "message.remind"),
                new Shortcut("shortcuts.reactions.keys", "shortcuts.reactions"),
                new Shortcut("shortcuts.delete.keys", "message.delete"),
                new Shortcut("shortcuts.copy.keys", "timeline.copy")));
    closing.getStyleClass().add("wide");
    closing.setOnAction(press -> close.run());
    columns.setPrefWrapLength(2 * COLUMN + BETWEEN);
    ScrollPane scroll = new ScrollPane(columns);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    HBox buttons = new HBox(closing);
    buttons.getStyleClass().add("dialog-buttons");
    root = new VBox(heading, scroll, buttons);
    root.getStyleClass().add("shortcuts");
  }

  /// A row for each: its keys, and what they do.
  private static GridPane grid(Shortcut... shortcuts) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("keys");
    grid.setPrefWidth(COLUMN);
    for (Shortcut shortcut : shortcuts) {
      Label keys = new Label(Messages.get(shortcut.keys));
      keys.getStyleClass().add("key");
      keys.setMinWidth(Region.USE_PREF_SIZE);
      Label label = new Label(Messages.get(shortcut.label));
      label.setWrapText(true);
      grid.addRow(grid.getRowCount(), keys, label);
    }
    return grid;
  }

  Region root() {
    return root;
  }

  Node first() {
    return closing;
  }

  /// The names of two texts: the keys, and what they do.
  private record Shortcut(String keys, String label) {}
}

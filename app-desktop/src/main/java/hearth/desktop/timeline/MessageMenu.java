package hearth.desktop.timeline;

import java.util.List;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/// The menu of what can be done with a message. Confined to the FX thread.
final class MessageMenu {
  private final MessageCommands commands;
  private final ContextMenu menu = new ContextMenu();

  MessageMenu(MessageCommands commands) {
    this.commands = commands;
  }

  /// Opens where it was asked for.
  void showAt(MessageTarget target, double screenX, double screenY) {
    if (fill(target)) {
      menu.show(target.frame(), screenX, screenY);
    }
  }

  void showUnder(MessageTarget target, Node node) {
    if (fill(target)) {
      menu.show(node, Side.BOTTOM, 0, 4);
    }
  }

  private boolean fill(MessageTarget target) {
    menu.hide();
    List<MenuItem> items =
        commands.offered(target.row()).stream().map(command -> item(command, target)).toList();
    menu.getItems().setAll(items);
    return !items.isEmpty();
  }

  private static MenuItem item(MessageCommands.Command command, MessageTarget target) {
    MenuItem item = new MenuItem(command.name());
    item.setOnAction(press -> command.act().accept(target));
    return item;
  }

  boolean isShowing() {
    return menu.isShowing();
  }

  void hide() {
    menu.hide();
  }
}

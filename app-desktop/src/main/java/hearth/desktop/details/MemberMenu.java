package hearth.desktop.details;

import hearth.protocol.UserId;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/// The menu of a member. Confined to the FX thread.
final class MemberMenu {
  private final MemberCommands commands;
  private final ContextMenu menu = new ContextMenu();

  MemberMenu(MemberCommands commands) {
    this.commands = commands;
  }

  /// Opens where it was asked for; not at all where nothing can be done.
  void showAt(UserId member, Node node, double screenX, double screenY) {
    if (fill(member)) {
      menu.show(node, screenX, screenY);
    }
  }

  void showUnder(UserId member, Node node) {
    if (fill(member)) {
      menu.show(node, Side.BOTTOM, 0, 4);
    }
  }

  private boolean fill(UserId member) {
    menu.hide();
    menu.getItems().setAll(commands.of(member).stream().map(MemberMenu::item).toList());
    return !menu.getItems().isEmpty();
  }

  private static MenuItem item(MemberCommands.Command command) {
    MenuItem item = new MenuItem(command.label());
    item.setOnAction(press -> command.act().run());
    return item;
  }
}

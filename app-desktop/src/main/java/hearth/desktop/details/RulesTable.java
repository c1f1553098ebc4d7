package hearth.desktop.details;

import hearth.client.model.ChatItem;
import hearth.desktop.text.Messages;
import hearth.desktop.text.RoleText;
import hearth.desktop.text.Times;
import hearth.protocol.Permission;
import hearth.protocol.Role;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Who may do what in the chat, as a table: those who set the rules choose, the others see them.
/// Confined to the FX thread.
final class RulesTable extends VBox {
  private static final List<Permission> PERMISSIONS =
      List.of(Permission.POST, Permission.PIN, Permission.ADD, Permission.MENTION_ALL);
  private static final List<Role> ROLES = List.of(Role.MEMBER, Role.ADMIN, Role.OWNER);
  private static final List<Integer> SLOW_MODES = List.of(0, 10, 30, 60, 300);

  private final DetailsViewModel model;

  RulesTable(DetailsViewModel model) {
    this.model = model;
    getStyleClass().add("rules");
  }

  void show(ChatItem item) {
    boolean may = model.maySetRules();
    int slow = item.chat().slowModeSeconds();
    getChildren()
        .setAll(
            PERMISSIONS.stream()
                .filter(what -> what != Permission.ADD || model.isAddingRuled())
                .map(what -> permission(item, what, may))
                .toList());
    getChildren()
        .add(
            may
                ? slowChoice(slow)
                : line(Messages.get("details.slow-mode"), new Label(slowness(slow))));
  }

  private Node permission(ChatItem item, Permission what, boolean may) {
    Role now = item.chat().settings().lowest(what);
    if (!may || !model.hasRules()) {
      return line(RoleText.of(what), new Label(RoleText.who(now)));
    }
    return line(
        RoleText.of(what),
        menu(
            RoleText.of(what),
            RoleText.who(now),
            ROLES.stream()
                .map(
                    role ->
                        item(
                            RoleText.who(role), role == now, () -> model.setPermission(what, role)))
                .toList()));
  }

  private RadioMenuItem slowMode(int seconds, int now) {
    return item(slowness(seconds), seconds == now, () -> model.setSlowMode(seconds));
  }

  private static String slowness(int seconds) {
    return seconds == 0 ? Messages.get("details.slow-mode.off") : Times.span(seconds);
  }

  private static RadioMenuItem item(String label, boolean chosen, Runnable act) {
    RadioMenuItem item = new RadioMenuItem(label);
    item.setSelected(chosen);
    item.setOnAction(press -> act.run());
    return item;
  }

  private Node slowChoice(int now) {
    String name = Messages.get("details.slow-mode");
    MenuButton menu =
        menu(
            name,
            slowness(now),
            SLOW_MODES.stream().map(seconds -> slowMode(seconds, now)).toList());
    menu.setId("slowChoice");
    return line(name, menu);
  }

  private static MenuButton menu(String name, String now, List<RadioMenuItem> items) {
    MenuButton menu = new MenuButton(now);
    menu.getItems().setAll(items);
    menu.setAccessibleText(name + " " + now);
    menu.getStyleClass().add("small");
    menu.setMinWidth(Region.USE_PREF_SIZE);
    return menu;
  }

  private static Node line(String label, Node value) {
    Label name = new Label(label);
    name.setMinWidth(0);
    Region between = new Region();
    HBox.setHgrow(between, Priority.ALWAYS);
    if (value instanceof Label text) {
      text.getStyleClass().add("secondary");
      text.setMinWidth(Region.USE_PREF_SIZE);
    }
    HBox line = new HBox(8, name, between, value);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("rule");
    return line;
  }
}

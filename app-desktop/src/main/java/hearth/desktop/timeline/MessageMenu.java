package hearth.desktop.timeline;

import hearth.desktop.text.ActionText;
import hearth.desktop.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.stage.Screen;

/// The menu of what can be done with a message. Confined to the FX thread.
final class MessageMenu {
  private static final int FIRST_LETTERS = 60;
  private static final int MOST = 20;

  /// About how high an item is, and what is around all of them.
  private static final double ITEM = 33;

  private static final double AROUND = 40;

  private final MessageCommands commands;
  private final Consumer<MessageLink> open;
  private final ContextMenu menu = new ContextMenu();

  /// A menu that is not open.
  ///
  /// @param open opens a link
  MessageMenu(MessageCommands commands, Consumer<MessageLink> open) {
    this.commands = commands;
    this.open = open;
  }

  /// What is offered for a message, whose keys do the same.
  MessageCommands commands() {
    return commands;
  }

  /// Opens where it was asked for; at a link, with what can be done with that one.
  void showAt(MessageTarget target, double screenX, double screenY) {
    RowBody body = target.frame().body();
    if (fill(target, body.linkAt(screenX, screenY).map(List::of).orElseGet(body::links))) {
      menu.show(target.frame(), screenX, within(screenX, screenY));
    }
  }

  /// A menu that would reach below the screen begins higher from the start.
  private double within(double screenX, double screenY) {
    double height = menu.getItems().size() * ITEM + AROUND;
    return Screen.getScreensForRectangle(screenX, screenY, 1, 1).stream()
        .map(Screen::getVisualBounds)
        .findFirst()
        .map(bounds -> Math.max(bounds.getMinY(), Math.min(screenY, bounds.getMaxY() - height)))
        .orElse(screenY);
  }

  void showUnder(MessageTarget target, Node node) {
    if (fill(target, target.frame().body().links())) {
      menu.show(node, Side.BOTTOM, 0, 4);
    }
  }

  private boolean fill(MessageTarget target, List<MessageLink> links) {
    menu.hide();
    List<MenuItem> items = new ArrayList<>();
    add(items, "message.open-link", links, MessageLink::target, open);
    add(items, "message.copy-link", links, MessageLink::target, MessageMenu::copy);
    add(
        items,
        "message.copy-code",
        target.frame().body().codes(),
        String::strip,
        MessagePopups::copy);
    List<MessageCommands.Command> offered = commands.offered(target.row());
    if (!items.isEmpty() && !offered.isEmpty()) {
      items.add(new SeparatorMenuItem());
    }
    offered.forEach(command -> items.add(item(command, target)));
    menu.getItems().setAll(items);
    return !items.isEmpty();
  }

  private static void copy(MessageLink link) {
    MessagePopups.copy(link.target());
  }

  /// Adds what can be done with one of some things; with several of them, one has the choice.
  private static <T> void add(
      List<MenuItem> items, String key, List<T> things, Function<T, String> name, Consumer<T> act) {
    if (things.size() == 1) {
      items.add(item(Messages.get(key), things.getFirst(), act));
    } else if (!things.isEmpty()) {
      Menu choice = new Menu(Messages.get(key));
      for (T thing : things.subList(0, Math.min(MOST, things.size()))) {
        String words = name.apply(thing).replaceAll("\\s+", " ");
        choice.getItems().add(item(ActionText.firstWords(words, FIRST_LETTERS), thing, act));
      }
      items.add(choice);
    }
  }

  private static <T> MenuItem item(String name, T thing, Consumer<T> act) {
    MenuItem item = new MenuItem(name);
    item.setMnemonicParsing(false);
    item.setOnAction(press -> act.accept(thing));
    return item;
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

package hearth.desktop.details;

import hearth.desktop.fx.Question;
import hearth.desktop.text.Messages;
import hearth.protocol.UserId;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/// What the chat owner can do with a member, and the questions before it. Confined to the FX
/// thread.
final class MemberMenu {
  private final DetailsViewModel model;
  private final Question.Asker asker;
  private final ContextMenu menu = new ContextMenu();

  MemberMenu(DetailsViewModel model, Question.Asker asker) {
    this.model = model;
    this.asker = asker;
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
    menu.getItems().clear();
    if (model.mayMakeOwner(member)) {
      add("member.make-owner", () -> makeOwner(member));
    }
    if (model.mayRemove(member)) {
      add("member.remove", () -> remove(member));
    }
    return !menu.getItems().isEmpty();
  }

  private void add(String key, Runnable action) {
    MenuItem item = new MenuItem(Messages.get(key));
    item.setOnAction(press -> action.run());
    menu.getItems().add(item);
  }

  private void makeOwner(UserId member) {
    String name = model.display().name(member);
    asker.ask(
        new Question(
            Messages.get("owner-question.title", name),
            Messages.get("owner-question.body", name),
            Messages.get("owner-question.yes"),
            Messages.get("button.cancel"),
            false),
        model.makingOwner(member));
  }

  private void remove(UserId member) {
    asker.ask(
        new Question(
            Messages.get("remove-question.title", model.display().name(member), model.title()),
            Messages.get("remove-question.body"),
            Messages.get("remove-question.yes"),
            Messages.get("button.cancel"),
            true),
        model.removing(member));
  }
}

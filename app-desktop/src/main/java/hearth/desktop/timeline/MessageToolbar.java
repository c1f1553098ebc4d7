package hearth.desktop.timeline;

import hearth.desktop.text.Messages;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The buttons beside the message that the mouse or the keyboard is at. There is one for all rows,
/// which goes from one to the next.
final class MessageToolbar extends HBox {
  private final MessageCommands commands;
  private final MessageMenu menu;
  private @Nullable RowFrame frame;

  MessageToolbar(MessageCommands commands, MessageMenu menu) {
    this.commands = commands;
    this.menu = menu;
    getStyleClass().add("message-toolbar");
    setFocusTraversable(false);
  }

  /// Goes to a row; null for none.
  void moveTo(@Nullable RowFrame to) {
    RowFrame from = frame;
    frame = null;
    if (from != null && !from.equals(to)) {
      from.setBeside(null);
    }
    if (to == null || commands.offered(to.row()).isEmpty()) {
      if (from != null) {
        from.setBeside(null);
      }
      return;
    }
    frame = to;
    MessageTarget target = new MessageTarget(to.row(), to);
    getChildren().clear();
    if (!to.isNarrow()) {
      for (MessageCommands.Command command : commands.offered(to.row())) {
        if (command.isInToolbar()) {
          getChildren()
              .add(button(command.icon(), command.hint(), () -> command.act().accept(target)));
        }
      }
    }
    getChildren()
        .add(
            button(
                "fth-more-horizontal",
                Messages.get("message.more"),
                () -> menu.showUnder(target, this)));
    to.setBeside(this);
  }

  @Nullable RowFrame frame() {
    return frame;
  }

  private static Button button(String icon, String hint, Runnable act) {
    Button button = new Button();
    button.getStyleClass().addAll("icon-button", "message-tool");
    button.setGraphic(new FontIcon(icon));
    button.setTooltip(new Tooltip(hint));
    button.setAccessibleText(hint);
    button.setFocusTraversable(false);
    button.setOnAction(press -> act.run());
    return button;
  }
}

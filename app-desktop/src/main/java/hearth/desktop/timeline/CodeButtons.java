package hearth.desktop.timeline;

import hearth.desktop.richtext.TextBlock;
import hearth.desktop.text.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/// A button at each block of code of a text, which copies it. Confined to the FX thread.
final class CodeButtons {
  private static final double SIZE = 26;
  private static final double INSET = 4;

  private final TextBlock block;
  private final ObservableList<Node> children;
  private final List<Button> buttons = new ArrayList<>();

  /// The buttons of a block.
  ///
  /// @param children where they are added
  CodeButtons(TextBlock block, ObservableList<Node> children) {
    this.block = block;
    this.children = children;
  }

  /// Puts them where the code is now.
  void place(double width) {
    List<TextBlock.CodeArea> areas = block.codeAreas();
    while (buttons.size() > areas.size()) {
      children.remove(buttons.removeLast());
    }
    while (buttons.size() < areas.size()) {
      Button button = button();
      buttons.add(button);
      children.add(button);
    }
    for (int i = 0; i < areas.size(); i++) {
      TextBlock.CodeArea area = areas.get(i);
      String code = block.text().substring(area.section().start(), area.section().end());
      buttons.get(i).setOnAction(press -> copy((Button) press.getSource(), code));
      buttons
          .get(i)
          .resizeRelocate(
              width - SIZE - INSET,
              area.y() + Math.min(INSET, (area.height() - SIZE) / 2),
              SIZE,
              SIZE);
    }
  }

  private static Button button() {
    Button button = new Button();
    button.getStyleClass().addAll("icon-button", "code-copy");
    button.setGraphic(new FontIcon("fth-copy"));
    button.setTooltip(new Tooltip(Messages.get("message.copy-code")));
    button.setAccessibleText(Messages.get("message.copy-code"));
    button.setCursor(Cursor.DEFAULT);
    button.setFocusTraversable(false);
    button.setManaged(false);
    button.setOnMouseExited(move -> ((FontIcon) button.getGraphic()).setIconLiteral("fth-copy"));
    return button;
  }

  /// Copies, and says so until the mouse leaves.
  private static void copy(Button button, String code) {
    MessagePopups.copy(code);
    ((FontIcon) button.getGraphic()).setIconLiteral("fth-check");
  }
}

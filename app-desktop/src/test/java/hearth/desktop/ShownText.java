package hearth.desktop;

import hearth.desktop.richtext.TextBlock;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;

/// What a window says.
public final class ShownText {
  private ShownText() {}

  public static boolean areShown(Node node, String wanted) {
    if (!node.isVisible()) {
      return false;
    }
    boolean here =
        switch (node) {
          case Text text -> text.getText().contains(wanted);
          case TextBlock block -> block.text().contains(wanted);
          case Labeled label -> label.getText() != null && label.getText().contains(wanted);
          case TextInputControl input -> input.getText().contains(wanted);
          default -> false;
        };
    return here
        || (node instanceof Parent parent
            && parent.getChildrenUnmodifiable().stream()
                .anyMatch(child -> areShown(child, wanted)));
  }

  /// The texts of labels and buttons that are shown only in part, for lack of room.
  public static List<String> cutOff(Node node) {
    if (!node.isVisible()) {
      return List.of();
    }
    if (node instanceof Labeled label && label.getText() != null) {
      return label.getChildrenUnmodifiable().stream()
          .filter(child -> child instanceof Text && !child.equals(label.getGraphic()))
          .map(text -> ((Text) text).getText())
          .filter(text -> !text.isEmpty() && !text.equals(label.getText()))
          .toList();
    }
    return node instanceof Parent parent
        ? parent.getChildrenUnmodifiable().stream()
            .flatMap(child -> cutOff(child).stream())
            .toList()
        : List.of();
  }
}

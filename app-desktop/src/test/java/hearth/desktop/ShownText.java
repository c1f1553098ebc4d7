package hearth.desktop;

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
          case Labeled label -> label.getText() != null && label.getText().contains(wanted);
          case TextInputControl input -> input.getText().contains(wanted);
          default -> false;
        };
    return here
        || (node instanceof Parent parent
            && parent.getChildrenUnmodifiable().stream()
                .anyMatch(child -> areShown(child, wanted)));
  }
}

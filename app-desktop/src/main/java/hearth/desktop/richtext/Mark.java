package hearth.desktop.richtext;

import javafx.scene.shape.ClosePath;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.VLineTo;

/// The surface behind what is selected.
final class Mark extends Path {
  Mark() {
    getStyleClass().add("mark");
    setManaged(false);
    setMouseTransparent(true);
  }

  void clear() {
    if (!getElements().isEmpty()) {
      getElements().clear();
    }
  }

  void add(double x, double y, double width, double height) {
    getElements()
        .addAll(
            new MoveTo(x, y),
            new HLineTo(x + width),
            new VLineTo(y + height),
            new HLineTo(x),
            new LineTo(x, y),
            new ClosePath());
  }
}

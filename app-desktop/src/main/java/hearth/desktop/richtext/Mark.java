package hearth.desktop.richtext;

import javafx.geometry.Rectangle2D;
import javafx.scene.shape.ArcTo;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.VLineTo;

/// A surface behind texts, such as behind what is selected.
final class Mark extends Path {
  Mark(String style) {
    getStyleClass().add(style);
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

  void addRounded(Rectangle2D at, double radius) {
    double right = at.getMaxX();
    double bottom = at.getMaxY();
    double x = at.getMinX();
    double y = at.getMinY();
    getElements()
        .addAll(
            new MoveTo(x + radius, y),
            new HLineTo(right - radius),
            corner(right, y + radius, radius),
            new VLineTo(bottom - radius),
            corner(right - radius, bottom, radius),
            new HLineTo(x + radius),
            corner(x, bottom - radius, radius),
            new VLineTo(y + radius),
            corner(x + radius, y, radius),
            new ClosePath());
  }

  private static ArcTo corner(double x, double y, double radius) {
    return new ArcTo(radius, radius, 0, x, y, false, true);
  }
}

package hearth.desktop.timeline;

import hearth.desktop.text.Messages;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;

/// What stands above a row: the day that begins, and the "New messages" divider.
final class RowHead extends Region {
  private static final double INSET = 24;
  private static final double ABOVE_DAY = 12;
  private static final double ABOVE_DIVIDER = 12;

  /// The scroll bar stands at the right of every row, within the inset there.
  private static final double BAR = 10;

  private final Label day = new Label();
  private final Label divider = new Label(Messages.get("timeline.new"));
  private final Region line = new Region();

  /// A head of nothing.
  ///
  /// @param pressed what happens when the day is pressed
  RowHead(Runnable pressed) {
    day.getStyleClass().add("day");
    day.setOnMouseClicked(
        click -> {
          if (click.getButton() == MouseButton.PRIMARY) {
            pressed.run();
          }
        });
    divider.getStyleClass().add("new-divider");
    line.getStyleClass().add("new-divider-line");
    getChildren().addAll(line, day, divider);
  }

  /// Whether nothing stands above a row.
  static boolean isEmpty(TimelineItem item) {
    return item.day().isEmpty() && !item.firstUnread();
  }

  void show(TimelineItem item) {
    day.setText(item.day());
    day.setVisible(!item.day().isEmpty());
    divider.setVisible(item.firstUnread());
    line.setVisible(item.firstUnread());
    requestLayout();
  }

  @Override
  protected double computePrefHeight(double width) {
    return place(width, false);
  }

  @Override
  protected void layoutChildren() {
    place(getWidth(), true);
  }

  private double place(double width, boolean moving) {
    double y = 0;
    if (day.isVisible()) {
      y += ABOVE_DAY;
      y += centre(day, y, width, moving);
    }
    if (divider.isVisible()) {
      y += ABOVE_DIVIDER;
      double height = centre(divider, y, width, moving);
      if (moving) {
        line.resizeRelocate(
            INSET, snapPositionY(y + height / 2), Math.max(0, width - 2 * INSET + BAR), 1);
      }
      y += height;
    }
    return y;
  }

  private double centre(Label label, double y, double width, boolean moving) {
    double wanted = Math.min(Math.max(0, width - 2 * INSET), Math.ceil(label.prefWidth(-1)));
    double height = Math.ceil(label.prefHeight(wanted));
    if (moving) {
      label.resizeRelocate(snapPositionX((width - wanted) / 2), y, wanted, height);
    }
    return height;
  }
}

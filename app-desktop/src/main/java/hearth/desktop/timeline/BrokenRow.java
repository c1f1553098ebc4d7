package hearth.desktop.timeline;

import hearth.client.model.TimelineRow;
import hearth.desktop.text.Messages;
import hearth.protocol.Content;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Stands in the place of a row that cannot be drawn. Shows nothing of the row, so it always can.
final class BrokenRow extends HBox {
  private static final double ABOVE = 12;

  BrokenRow(TimelineRow row) {
    super(8);
    setId("broken-row");
    setAlignment(Pos.CENTER);
    Label sentence = new Label(Messages.get("timeline.broken"));
    sentence.getStyleClass().add("secondary");
    getChildren().add(sentence);
    if (row.content() instanceof Content.Text(String written)) {
      Hyperlink copy = new Hyperlink(Messages.get("timeline.copy"));
      copy.getStyleClass().add("small");
      copy.setOnAction(press -> MessagePopups.copy(written));
      getChildren().add(copy);
    }
  }

  /// Takes its place in a row of this width and returns the row's height.
  double place(double width, boolean moving) {
    double height = Math.ceil(prefHeight(width));
    if (moving) {
      resizeRelocate(0, ABOVE, width, height);
    }
    return ABOVE + height;
  }
}

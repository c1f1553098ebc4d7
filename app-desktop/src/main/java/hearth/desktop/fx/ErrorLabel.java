package hearth.desktop.fx;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// One error sentence. Takes no space while it is empty, unless lines are kept free for it, so that
/// a form does not jump when something is wrong.
public final class ErrorLabel extends Label {
  private final Text line = new Text("X");
  private int lines;

  public ErrorLabel() {
    getStyleClass().add("error");
    setWrapText(true);
    setMinHeight(Region.USE_PREF_SIZE);
    visibleProperty().bind(textProperty().isNotEmpty());
    managedProperty().bind(visibleProperty());
  }

  public int getLines() {
    return lines;
  }

  /// Keeps this many lines free.
  public void setLines(int free) {
    lines = free;
    managedProperty().unbind();
    setManaged(true);
    line.fontProperty().bind(fontProperty());
    minHeightProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> Math.ceil(lines * line.getLayoutBounds().getHeight()), fontProperty()));
  }

  /// A sentence that is longer than what is kept free is shown whole.
  @Override
  protected double computePrefHeight(double width) {
    return Math.max(getMinHeight(), super.computePrefHeight(width));
  }
}

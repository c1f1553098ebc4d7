package hearth.desktop.timeline;

import hearth.desktop.fx.Avatar;
import hearth.desktop.fx.Tone;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Who wrote the messages of a group: the avatar beside the first bubble, the name above it.
final class RowAuthor extends Region {
  static final int AVATAR = 36;
  private static final double NAME_HEIGHT = 20;

  private final Avatar avatar = new Avatar(AVATAR);
  private final Label name = new Label();

  RowAuthor() {
    name.getStyleClass().add("author");
    setPickOnBounds(false); // it reaches over the bubble
    getChildren().addAll(avatar, name);
  }

  void show(String author, Tone tone) {
    name.setText(author);
    tone.applyTo(name);
    avatar.show(author, tone);
  }

  /// Takes its place.
  ///
  /// @param left where the name begins
  /// @param gap between avatar and bubbles
  void place(double left, double gap, double y, double most) {
    double width = Math.min(most, Math.ceil(name.prefWidth(-1)));
    resizeRelocate(left - gap - AVATAR, y, AVATAR + gap + 2 + width, AVATAR);
    avatar.resizeRelocate(0, 0, AVATAR, AVATAR);
    name.resizeRelocate(AVATAR + gap + 2, 0, width, NAME_HEIGHT);
  }

  @Override
  protected void layoutChildren() {
    // Placed by the row.
  }
}
